package dev.instancepatch.table;

import dev.instancepatch.Original0;
import dev.instancepatch.Original1;
import dev.instancepatch.Original2;
import dev.instancepatch.Original3;
import dev.instancepatch.Original4;
import dev.instancepatch.Original5;
import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code original} that one call of an {@code AroundN} receives; expires when that call returns. */
abstract class OriginalCall {
    private static final List<Class<?>> INTERFACES = List.of(
            Original0.class, Original1.class, Original2.class, Original3.class, Original4.class, Original5.class);

    // Not final: the barrier behind a constructor that sets final fields hides from the compiler what body is, and the
    // class's own
    // body is then not inlined (6.5 ns instead of 4.2).
    OriginalBody body;
    Object self;
    private volatile boolean expired;

    private OriginalCall(OriginalBody body, Object self) {
        this.body = body;
        this.self = self;
    }

    static Class<?> interfaceOf(int arity) {
        return INTERFACES.get(arity);
    }

    /** Says that what comes next is the class's own body; refuses when it is too late for that. */
    final OriginalToken arm() {
        if (expired) {
            throw Refusals.originalExpired(body.id().method());
        }
        return OriginalToken.arm(body.id(), self);
    }

    final void expire() {
        expired = true;
    }

    static final class Of0 extends OriginalCall implements Original0<@Nullable Object> {
        Of0(OriginalBody body, Object self) {
            super(body, self);
        }

        @Override
        public @Nullable Object call() throws Throwable {
            MethodHandle erased = body.erased();
            OriginalToken token = arm();
            try {
                return (Object) erased.invokeExact(self);
            } finally {
                token.disarm();
            }
        }
    }

    static final class Of1 extends OriginalCall implements Original1<Object, @Nullable Object> {
        Of1(OriginalBody body, Object self) {
            super(body, self);
        }

        @Override
        public @Nullable Object call(Object a) throws Throwable {
            MethodHandle erased = body.erased();
            OriginalToken token = arm();
            try {
                return (Object) erased.invokeExact(self, a);
            } finally {
                token.disarm();
            }
        }
    }

    static final class Of2 extends OriginalCall implements Original2<Object, Object, @Nullable Object> {
        Of2(OriginalBody body, Object self) {
            super(body, self);
        }

        @Override
        public @Nullable Object call(Object a, Object b) throws Throwable {
            MethodHandle erased = body.erased();
            OriginalToken token = arm();
            try {
                return (Object) erased.invokeExact(self, a, b);
            } finally {
                token.disarm();
            }
        }
    }

    static final class Of3 extends OriginalCall implements Original3<Object, Object, Object, @Nullable Object> {
        Of3(OriginalBody body, Object self) {
            super(body, self);
        }

        @Override
        public @Nullable Object call(Object a, Object b, Object c) throws Throwable {
            MethodHandle erased = body.erased();
            OriginalToken token = arm();
            try {
                return (Object) erased.invokeExact(self, a, b, c);
            } finally {
                token.disarm();
            }
        }
    }

    static final class Of4 extends OriginalCall implements Original4<Object, Object, Object, Object, @Nullable Object> {
        Of4(OriginalBody body, Object self) {
            super(body, self);
        }

        @Override
        public @Nullable Object call(Object a, Object b, Object c, Object d) throws Throwable {
            MethodHandle erased = body.erased();
            OriginalToken token = arm();
            try {
                return (Object) erased.invokeExact(self, a, b, c, d);
            } finally {
                token.disarm();
            }
        }
    }

    static final class Of5 extends OriginalCall
            implements Original5<Object, Object, Object, Object, Object, @Nullable Object> {
        Of5(OriginalBody body, Object self) {
            super(body, self);
        }

        @Override
        public @Nullable Object call(Object a, Object b, Object c, Object d, Object e) throws Throwable {
            MethodHandle erased = body.erased();
            OriginalToken token = arm();
            try {
                return (Object) erased.invokeExact(self, a, b, c, d, e);
            } finally {
                token.disarm();
            }
        }
    }
}
