package dev.instancepatch.agent.capture;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.refusal.Refusals;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A received function whose code this JVM has itself: made by its own class's {@code $deserializeLambda$}, as plain Java
 * serialization would. Sent on, it is exactly what was received.
 */
final class OwnFunction implements Supplier<Object> {
    private static final MethodType DESERIALIZE = MethodType.methodType(Object.class, SerializedLambda.class);

    private final CapturedFunction parts;
    private final LambdaSite site;
    private final ClassLoader loader;

    OwnFunction(Bundle bundle, LambdaSite site, @Nullable Object[] captured, ClassLoader loader) {
        this.parts = new CapturedFunction(bundle, captured);
        this.site = site;
        this.loader = loader;
    }

    CapturedFunction parts() {
        return parts;
    }

    @Override
    public Object get() {
        try {
            Class<?> implemented = Class.forName(site.interfaceName().replace('/', '.'), false, loader);
            Object object = ClassFunction.object(site, parts.captured(), implemented);
            if (object != null) {
                return object;
            }
            Class<?> host = Class.forName(site.writer().replace('/', '.'), false, loader);
            return Backstage.lookupIn(host)
                    .findStatic(host, "$deserializeLambda$", DESERIALIZE)
                    .invoke(serializedForm(host));
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw Refusals.cannotLink("of " + site.writer().replace('/', '.'), String.valueOf(e), e);
        }
    }

    private SerializedLambda serializedForm(Class<?> host) {
        return new SerializedLambda(
                host,
                site.interfaceName(),
                site.method(),
                site.methodDescriptor(),
                site.kind(),
                site.owner(),
                site.name(),
                site.descriptor(),
                site.functionDescriptor(),
                parts.captured());
    }
}
