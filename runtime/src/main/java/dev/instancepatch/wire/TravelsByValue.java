package dev.instancepatch.wire;

/** Marks a function that carries its code through object streams. */
public interface TravelsByValue {}
