package dev.instancepatch.table;

import dev.instancepatch.Around0;
import dev.instancepatch.Around1;
import dev.instancepatch.Around2;
import dev.instancepatch.Around3;
import dev.instancepatch.Around4;
import dev.instancepatch.Around5;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls an {@code AroundN} with an {@code original} that expires when it returns. The one frame of ours in its stack. */
final class Arounds {
    /** By arity: {@code (body, around, self, arguments...)}. */
    private static final List<MethodHandle> BY_ARITY = List.of(
            Own.find(Arounds.class, "around0"),
            Own.find(Arounds.class, "around1"),
            Own.find(Arounds.class, "around2"),
            Own.find(Arounds.class, "around3"),
            Own.find(Arounds.class, "around4"),
            Own.find(Arounds.class, "around5"));

    private Arounds() {}

    static MethodHandle caller(OriginalBody body, int arity) {
        return BY_ARITY.get(arity).bindTo(body);
    }

    static @Nullable Object around0(OriginalBody body, Around0<Object, @Nullable Object> f, Object self)
            throws Throwable {
        OriginalCall.Of0 original = new OriginalCall.Of0(body, self);
        try {
            return f.apply(original, self);
        } finally {
            original.expire();
        }
    }

    static @Nullable Object around1(
            OriginalBody body, Around1<Object, Object, @Nullable Object> f, Object self, Object a) throws Throwable {
        OriginalCall.Of1 original = new OriginalCall.Of1(body, self);
        try {
            return f.apply(original, self, a);
        } finally {
            original.expire();
        }
    }

    static @Nullable Object around2(
            OriginalBody body, Around2<Object, Object, Object, @Nullable Object> f, Object self, Object a, Object b)
            throws Throwable {
        OriginalCall.Of2 original = new OriginalCall.Of2(body, self);
        try {
            return f.apply(original, self, a, b);
        } finally {
            original.expire();
        }
    }

    static @Nullable Object around3(
            OriginalBody body,
            Around3<Object, Object, Object, Object, @Nullable Object> f,
            Object self,
            Object a,
            Object b,
            Object c)
            throws Throwable {
        OriginalCall.Of3 original = new OriginalCall.Of3(body, self);
        try {
            return f.apply(original, self, a, b, c);
        } finally {
            original.expire();
        }
    }

    static @Nullable Object around4(
            OriginalBody body,
            Around4<Object, Object, Object, Object, Object, @Nullable Object> f,
            Object self,
            Object a,
            Object b,
            Object c,
            Object d)
            throws Throwable {
        OriginalCall.Of4 original = new OriginalCall.Of4(body, self);
        try {
            return f.apply(original, self, a, b, c, d);
        } finally {
            original.expire();
        }
    }

    static @Nullable Object around5(
            OriginalBody body,
            Around5<Object, Object, Object, Object, Object, Object, @Nullable Object> f,
            Object self,
            Object a,
            Object b,
            Object c,
            Object d,
            Object e)
            throws Throwable {
        OriginalCall.Of5 original = new OriginalCall.Of5(body, self);
        try {
            return f.apply(original, self, a, b, c, d, e);
        } finally {
            original.expire();
        }
    }
}
