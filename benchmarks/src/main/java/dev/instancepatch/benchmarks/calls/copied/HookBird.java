package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The bird with what one would write by hand: a hook in front of each body. Stands in for {@link Bird}. */
public class HookBird implements Subject {
    /** Replaces a method of two arguments. */
    interface AddHook {
        long apply(HookBird self, int a, long b);
    }

    /** Replaces a method of one. */
    interface IntHook {
        int apply(HookBird self, int number);
    }

    @Nullable
    ToIntFunction<HookBird> weightHook;

    @Nullable
    AddHook addHook;

    @Nullable
    IntHook mixHook;

    @Nullable
    IntHook bodyHook;

    @Nullable
    ToIntFunction<HookBird> weighHook;

    private int weight = Called.WEIGHT;

    /** See Bird. */
    public int weight() {
        ToIntFunction<HookBird> hook = weightHook;
        if (hook != null) {
            return hook.applyAsInt(this);
        }
        return weight;
    }

    /** See Bird. */
    public long add(int a, long b) {
        AddHook hook = addHook;
        if (hook != null) {
            return hook.apply(this, a, b);
        }
        return weight + a + b;
    }

    /** See Bird. */
    public int mix(int number) {
        IntHook hook = mixHook;
        if (hook != null) {
            return hook.apply(this, number);
        }
        int x = number ^ number << 13;
        return (x ^ x >>> 17) + weight;
    }

    /** See Bird. */
    public int body(int number) {
        IntHook hook = bodyHook;
        if (hook != null) {
            return hook.apply(this, number);
        }
        int w = weight;
        return 7 * (number + w) + (number >> 3) * w + (number - 9 ^ w) - w;
    }

    @Override
    public int weigh() {
        ToIntFunction<HookBird> hook = weighHook;
        if (hook != null) {
            return hook.applyAsInt(this);
        }
        return weight;
    }
}
