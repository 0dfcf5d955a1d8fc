package dev.instancepatch.restore;

import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;

/** Filters of streams that this library reads itself. */
public final class InputFilters {
    private InputFilters() {}

    /** Puts a filter in force besides the JVM's, unless the JVM's own factory of filters (JEP 415) wants to be the only one. */
    public static void set(ObjectInputStream in, ObjectInputFilter filter) {
        try {
            in.setObjectInputFilter(filter);
        } catch (IllegalStateException refused) {
            return; // the factory has chosen one when the stream was made, and that is in force
        }
    }
}
