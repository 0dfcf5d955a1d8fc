package dev.instancepatch.restore;

import java.io.Serializable;

/**
 * Stands for the value of a static field that cannot travel and that no function needs, as far as can be known.
 *
 * @param field for example {@code com.acme.Main.LOCK}
 */
public record MissingValue(String field) implements Serializable {}
