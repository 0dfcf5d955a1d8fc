package dev.instancepatch.agent;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.agent.capture.Capture;
import dev.instancepatch.agent.capture.Identity;
import dev.instancepatch.agent.capture.OwnClasses;
import dev.instancepatch.agent.serial.StreamTransformer;
import dev.instancepatch.agent.weave.Weaver;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** The agent as the runtime sees it: each question goes to the room that answers it. */
final class LiveAgent implements Agent {
    private final Weaver weaver;
    private final StreamTransformer streams;

    LiveAgent(Weaver weaver, StreamTransformer streams) {
        this.weaver = weaver;
        this.streams = streams;
    }

    @Override
    public void weave(Method method, Object object) {
        Backstage.open();
        streams.hook(Backstage.instrumentation());
        weaver.weave(method, object);
    }

    @Override
    public CapturedFunction capture(Object function, Class<?> patched) {
        return Capture.of(function, patched);
    }

    @Override
    public String identity(Bundle bundle) {
        return Identity.of(bundle);
    }

    @Override
    public @Nullable OwnCode ownCode(Bundle bundle, @Nullable ClassLoader loader) {
        return OwnClasses.find(bundle, loader);
    }
}
