package dev.instancepatch.benchmarks.harness;

/**
 * One of those that take turns.
 *
 * @param name what the report calls it
 * @param work what it does
 */
public record Competitor(String name, Work work) {}
