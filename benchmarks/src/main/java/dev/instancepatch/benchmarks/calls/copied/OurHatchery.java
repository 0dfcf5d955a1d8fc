package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.Original0;
import dev.instancepatch.Original2;
import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import dev.instancepatch.benchmarks.calls.Called;
import java.util.Iterator;
import java.util.List;

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
        public Subject hatch(Called called) {
            return patched(called);
        }
    }

    /** Another one is patched. */
    public static final class Sibling extends PlainHatchery {
        private Bird sibling = new Bird();

        @Override
        public Subject hatch(Called called) {
            sibling = patched(called);
            return new Bird();
        }
    }

    /** Each one is patched, and so is another one, on the method that is called. */
    public static final class OtherMethod extends PlainHatchery {
        private Bird sibling = new Bird();

        @Override
        public Subject hatch(Called called) {
            sibling = patched(called);
            Bird bird = new Bird();
            Patch.on(bird).voidMethod("other", self -> {});
            return bird;
        }
    }

    /** Each one has a function of a class of its own, up to eight. */
    public static final class Different extends PlainHatchery {
        private final Iterator<Replacement0<Bird, Integer>> functions = List.<Replacement0<Bird, Integer>>of(
                        self -> Called.REPLACED,
                        self -> Called.REPLACED,
                        self -> Called.REPLACED,
                        self -> Called.REPLACED,
                        self -> Called.REPLACED,
                        self -> Called.REPLACED,
                        self -> Called.REPLACED,
                        self -> Called.REPLACED)
                .iterator();

        @Override
        public Subject hatch(Called called) {
            Bird bird = new Bird();
            Patch.on(bird).method("weight", functions.next());
            return bird;
        }
    }

    /** The function runs the original. */
    public static final class Around extends PlainHatchery {
        @Override
        public Subject hatch(Called called) {
            Bird bird = new Bird();
            switch (called) {
                case GETTER ->
                    Patch.on(bird).around("weight", (Original0<Integer> original, Bird self) -> original.call());
                case TWO_ARGUMENTS ->
                    Patch.on(bird)
                            .around(
                                    "add",
                                    (Original2<Integer, Long, Long> original, Bird self, Integer a, Long b) ->
                                            original.call(a, b));
                default -> throw new IllegalArgumentException(called.title());
            }
            return bird;
        }
    }

    /** The interceptor runs the original. */
    public static final class Intercept extends PlainHatchery {
        @Override
        public Subject hatch(Called called) {
            Bird bird = new Bird();
            Patch.on(bird).intercept(called.method(), call -> call.original());
            return bird;
        }
    }
}
