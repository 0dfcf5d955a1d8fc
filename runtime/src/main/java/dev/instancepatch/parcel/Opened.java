package dev.instancepatch.parcel;

/**
 * A parcel out of its container, undamaged and within the limits; nothing in it was looked at.
 *
 * @param format the container's format version
 * @param size how many bytes the parcel takes
 * @param stream the object stream; not to be changed
 */
public record Opened(int format, int size, byte[] stream) {}
