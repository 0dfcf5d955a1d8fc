package dev.instancepatch.table;

import dev.instancepatch.Call;
import dev.instancepatch.Interceptor;
import dev.instancepatch.refusal.Refusals;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One call, as an {@link Interceptor} sees it. */
final class CallFrame implements Call<Object> {
    private final OriginalBody body;
    private final Object self;
    private final @Nullable Object[] arguments;
    private final CallFrame first; // the frame that expires; this one unless made by with()
    private volatile boolean expired;

    private CallFrame(OriginalBody body, Object self, @Nullable Object[] arguments, @Nullable CallFrame first) {
        this.body = body;
        this.self = self;
        this.arguments = arguments;
        this.first = first == null ? this : first;
    }

    /** Calls an interceptor. The one frame of ours in its stack. */
    static @Nullable Object intercept(
            OriginalBody body, Interceptor<Object> f, Object self, @Nullable Object[] arguments) throws Throwable {
        CallFrame call = new CallFrame(body, self, arguments, null);
        try {
            return f.intercept(call);
        } finally {
            call.expired = true;
        }
    }

    @Override
    public Object self() {
        return self;
    }

    @Override
    public Method method() {
        return body.id().method();
    }

    @Override
    public @Nullable Object[] arguments() {
        return arguments.clone();
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the caller says which type and whether it may be null
    public <A extends @Nullable Object> A argument(int index) {
        checkIndex(index);
        return (A) arguments[index];
    }

    @Override
    public Call<Object> with(int index, @Nullable Object value) {
        checkIndex(index);
        @Nullable Object[] changed = arguments.clone();
        changed[index] = Arguments.check(body.id(), index, value);
        return new CallFrame(body, self, changed, first);
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the caller says which type and whether it may be null
    public <R extends @Nullable Object> R original() throws Throwable {
        OriginalToken token = arm();
        try {
            return (R) (Object) body.spread().invokeExact(self, arguments);
        } finally {
            token.disarm();
        }
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the caller says which type and whether it may be null
    public <R extends @Nullable Object> R original(@Nullable Object... changed) throws Throwable {
        if (changed == null || changed.length != arguments.length) {
            throw Refusals.wrongArgumentCount(method(), arguments.length, changed == null ? 0 : changed.length);
        }
        OriginalToken token = arm();
        try {
            return (R) (Object) body.spread().invokeExact(self, changed);
        } finally {
            token.disarm();
        }
    }

    private OriginalToken arm() {
        if (first.expired) {
            throw Refusals.originalExpired(method());
        }
        return OriginalToken.arm(body.id(), self);
    }

    private void checkIndex(int index) {
        if (index < 0 || index >= arguments.length) {
            throw Refusals.noSuchArgument(method(), index, arguments.length);
        }
    }
}
