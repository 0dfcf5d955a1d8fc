package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.calls.Called;

/** Birds with patches, and without. */
final class OurHatchery {
    private OurHatchery() {}

    static Bird patched(Called called) {
        Bird bird = new Bird();
        switch (called) {
            case GETTER -> Patch.on(bird).method("weight", self -> Called.REPLACED);
            case TWO_ARGUMENTS -> Patch.on(bird).method("add", (Bird self, Integer a, Long b) -> a + b);
            case HALF_NANOSECOND -> Patch.on(bird).method("mix", (Bird self, Integer i) -> i + Called.REPLACED);
            case COLD -> Patch.on(bird).method("body", (Bird self, Integer i) -> i + Called.REPLACED);
            case INTERFACE -> Patch.on(bird).method("weigh", self -> Called.REPLACED);
        }
        return bird;
    }

    /** Nothing is patched. */
    public static final class Nothing extends PlainHatchery {}

    /** Each one is patched. */
    public static final class Patched extends PlainHatchery {
        @Override
        Subject hatch(Called called) {
            return patched(called);
        }
    }

    /** Another one is patched. */
    public static final class Sibling extends PlainHatchery {
        private Bird sibling = new Bird();

        @Override
        Subject hatch(Called called) {
            sibling = patched(called);
            return new Bird();
        }
    }

    /** Each one is patched, and so is another one, on the method that is called. */
    public static final class OtherMethod extends PlainHatchery {
        private Bird sibling = new Bird();

        @Override
        Subject hatch(Called called) {
            sibling = patched(called);
            Bird bird = new Bird();
            Patch.on(bird).voidMethod("other", self -> {});
            return bird;
        }
    }
}
