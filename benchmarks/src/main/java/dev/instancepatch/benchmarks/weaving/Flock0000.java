package dev.instancepatch.benchmarks.weaving;

/** The template of classes with a hot loop of their own over objects of their own, which the JIT compiles for that class alone. */
public class Flock0000 implements Flock {
    private static final Flock0000[] OTHERS = others();

    private final int age;

    /** Makes one of age 1. */
    public Flock0000() {
        this(1);
    }

    private Flock0000(int age) {
        this.age = age;
    }

    private static Flock0000[] others() {
        Flock0000[] others = new Flock0000[64];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Flock0000(i);
        }
        return others;
    }

    @Override
    public int age() {
        return age;
    }

    @Override
    public long run(int times) {
        long sum = 0;
        for (int t = 0; t < times; t++) {
            for (Flock0000 other : OTHERS) {
                sum += other.age() ^ t;
            }
        }
        return sum;
    }
}
