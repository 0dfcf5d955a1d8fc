package dev.instancepatch.table;

import org.jspecify.annotations.Nullable;

/**
 * Says, for one moment and one thread, "the next call of this method on this object is the class's own body".
 *
 * <p>{@code original} has to call the very method that carries the prologue, and retransformation may not add another one
 * that does not. So it arms the token, calls, and the prologue, finding a function, consumes the token and falls through. A
 * call made from inside the body finds no token and reaches the patch again. If somebody restored the method in between, the
 * token is left over, and whoever armed it takes it back.
 */
final class OriginalToken {
    private static final ThreadLocal<OriginalToken> CURRENT = ThreadLocal.withInitial(OriginalToken::new);

    private static final int NONE = -1;

    private int method = NONE; // a number and no reference: G1 fences what is stored in an old object, 3 ns on JDK 17
    private @Nullable Object self;

    static OriginalToken arm(MethodId id, Object self) {
        OriginalToken token = CURRENT.get();
        token.method = id.number();
        token.self = self;
        return token;
    }

    static boolean consume(MethodId id, Object self) {
        OriginalToken token = CURRENT.get();
        boolean armed = token.method == id.number() && token.self == self;
        if (armed) {
            token.disarm();
        }
        return armed;
    }

    void disarm() {
        method = NONE;
        self = null;
    }
}
