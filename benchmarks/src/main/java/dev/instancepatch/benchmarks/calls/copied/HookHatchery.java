package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;

/** Birds with hooks. */
final class HookHatchery {
    private HookHatchery() {}

    static HookBird hooked(Called called) {
        HookBird bird = new HookBird();
        switch (called) {
            case GETTER -> bird.weightHook = self -> Called.REPLACED;
            case TWO_ARGUMENTS -> bird.addHook = (self, a, b) -> a + b;
            case HALF_NANOSECOND -> bird.mixHook = (self, i) -> i + Called.REPLACED;
            case COLD -> bird.bodyHook = (self, i) -> i + Called.REPLACED;
            case INTERFACE -> bird.weighHook = self -> Called.REPLACED;
        }
        return bird;
    }

    /** The hooks are empty. */
    public static final class Empty extends PlainHatchery {
        @Override
        public Subject hatch(Called called) {
            return new HookBird();
        }
    }

    /** One hook is set. */
    public static final class Hooked extends PlainHatchery {
        @Override
        public Subject hatch(Called called) {
            return hooked(called);
        }
    }

    /** Each one has a hook of a class of its own, up to eight. */
    public static final class Different extends PlainHatchery {
        private final Iterator<ToIntFunction<HookBird>> hooks = List.<ToIntFunction<HookBird>>of(
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
            HookBird bird = new HookBird();
            bird.weightHook = hooks.next();
            return bird;
        }
    }
}
