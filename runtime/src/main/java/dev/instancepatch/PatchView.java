package dev.instancepatch;

import dev.instancepatch.bridge.Agent;
import dev.instancepatch.table.LazyFunction;
import dev.instancepatch.table.PatchRecord;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Optional;

/**
 * A patch as the API shows it.
 *
 * @param patch the patch
 * @param patched the object's class
 */
record PatchView(PatchRecord patch, Class<?> patched) implements PatchedMethod {
    @Override
    public Method method() {
        return patch.id().method();
    }

    @Override
    public Object function() {
        return LazyFunction.resolve(patch.function());
    }

    @Override
    public Optional<String> reason() {
        return Optional.ofNullable(patch.reason());
    }

    @Override
    public Origin origin() {
        return patch.origin();
    }

    @Override
    public Optional<String> keyId() {
        return Optional.ofNullable(patch.keyId());
    }

    @Override
    public Instant since() {
        return patch.since();
    }

    @Override
    public boolean local() {
        return patch.local();
    }

    @Override
    public String codeHash() {
        Agent agent = Patching.agent();
        try {
            return agent.identity(
                    agent.capture(patch.function(), method(), patched).bundle());
        } catch (PatchException cannotTravel) {
            return "none";
        }
    }

    @Override
    public String toString() {
        return method() + " " + origin()
                + reason().map(why -> " because " + why).orElse("");
    }
}
