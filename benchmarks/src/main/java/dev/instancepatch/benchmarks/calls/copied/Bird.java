package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;

/** What is called. */
public class Bird implements Subject {
    private int weight = Called.WEIGHT;

    /** Returns a field. */
    public int weight() {
        return weight;
    }

    /** Has two arguments. */
    public long add(int a, long b) {
        return weight + a + b;
    }

    /** Takes half a nanosecond. */
    public int mix(int number) {
        int x = number ^ number << 13;
        return (x ^ x >>> 17) + weight;
    }

    /** Has 27 bytes of bytecode. */
    public int body(int number) {
        int w = weight;
        return 7 * (number + w) + (number >> 3) * w + (number - 9 ^ w) - w;
    }

    @Override
    public int weigh() {
        return weight;
    }

    /** Is never called. */
    public void other() {}
}
