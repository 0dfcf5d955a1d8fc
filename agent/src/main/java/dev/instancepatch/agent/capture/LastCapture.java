package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ByValuePackages;
import dev.instancepatch.code.CapturedFunction;
import java.lang.invoke.SerializedLambda;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The code that was last found for a lambda, where that follows from its expression and the patched class alone: looking it up
 * anew, by all that it depends on, was a third of the time of writing one patched object.
 */
final class LastCapture {
    /** By the lambda's class: one for all that one expression makes. */
    private static final ClassValue<AtomicReference<@Nullable LastCapture>> OF = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable LastCapture> computeValue(Class<?> type) {
            return new AtomicReference<>();
        }
    };

    private final LambdaSite site;
    private final WeakReference<Class<?>> patched; // the lambda's class may outlive it
    private final int registrations;
    private final Bundle bundle;
    private final Carried carried;

    private LastCapture(LambdaSite site, Class<?> patched, int registrations, Bundle bundle, Carried carried) {
        this.site = site;
        this.patched = new WeakReference<>(patched);
        this.registrations = registrations;
        this.bundle = bundle;
        this.carried = carried;
    }

    static @Nullable CapturedFunction find(SerializedLambda lambda, Class<?> function, Class<?> patched) {
        LastCapture last = OF.get(function).get();
        boolean isSame = last != null
                && last.patched.refersTo(patched)
                && last.registrations == ByValuePackages.version()
                && last.site.isOf(lambda);
        return isSame ? new CapturedFunction(last.bundle, Capture.captured(lambda), last.carried) : null;
    }

    /**
     * Keeps what was found.
     *
     * @param registrations the version of the registered packages from before it was looked for
     */
    static void keep(LambdaSite site, Class<?> function, Class<?> patched, int registrations, CapturedFunction found) {
        if (site.isStatic() && found.carried() instanceof Carried carried && !StaticsWriter.isWriting()) {
            OF.get(function).set(new LastCapture(site, patched, registrations, found.bundle(), carried));
        }
    }
}
