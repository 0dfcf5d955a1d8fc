package dev.instancepatch.benchmarks.calls;

/** What is called, and what it returns: in its own body, and in the function in its place. */
public enum Called {
    /** Returns a field. */
    GETTER("getter", "weight") {
        @Override
        long result(boolean replaced, int i) {
            return replaced ? REPLACED : WEIGHT;
        }
    },

    /** Adds up its arguments, an int and a long, and a field. */
    TWO_ARGUMENTS("two arguments", "add") {
        @Override
        long result(boolean replaced, int i) {
            return (replaced ? 0L : WEIGHT) + i + 1L;
        }
    },

    /** Half a nanosecond of shifting. */
    HALF_NANOSECOND("half a nanosecond of work", "mix") {
        @Override
        long result(boolean replaced, int i) {
            int x = i ^ i << 13;
            return replaced ? i + REPLACED : (x ^ x >>> 17) + WEIGHT;
        }
    },

    /**
     * 27 bytes of bytecode, called from sites that are cold to the JIT: each in one of eight rounds of a loop, so that it may inline 35
     * bytes (MaxInlineSize) and not 325.
     */
    COLD("27 bytes at a cold call site", "body") {
        @Override
        long result(boolean replaced, int i) {
            return replaced ? i + REPLACED : 7L * (i + WEIGHT) + (i >> 3) * (long) WEIGHT + (i - 9 ^ WEIGHT) - WEIGHT;
        }
    },

    /** Returns a field, through an interface. */
    INTERFACE("getter through an interface", "weigh") {
        @Override
        long result(boolean replaced, int i) {
            return replaced ? REPLACED : WEIGHT;
        }
    };

    /** The field that own bodies use. */
    public static final int WEIGHT = 3;

    /** What functions return in the place of the field. */
    public static final int REPLACED = 5;

    private final String title;
    private final String method;

    Called(String title, String method) {
        this.title = title;
        this.method = method;
    }

    /** Returns what the report calls it. */
    public String title() {
        return title;
    }

    /** Returns the method's name. */
    public String method() {
        return method;
    }

    /** Returns what the call of round {@code i} must have returned. */
    abstract long result(boolean replaced, int i);

    /** Returns the sum of what so many calls must have returned. */
    public long sum(boolean replaced, int calls) {
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += result(replaced, i);
        }
        return sum;
    }
}
