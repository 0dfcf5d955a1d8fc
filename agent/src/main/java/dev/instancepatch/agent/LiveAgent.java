package dev.instancepatch.agent;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.agent.capture.Capture;
import dev.instancepatch.agent.capture.GraphPath;
import dev.instancepatch.agent.capture.Identity;
import dev.instancepatch.agent.capture.OwnClasses;
import dev.instancepatch.agent.capture.PortableLambda;
import dev.instancepatch.agent.serial.CapsuleHooks;
import dev.instancepatch.agent.serial.StreamTransformer;
import dev.instancepatch.agent.verify.BytecodeCheck;
import dev.instancepatch.bridge.Agent;
import dev.instancepatch.bridge.OwnCode;
import dev.instancepatch.bridge.StreamInternals;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.CapturedFunction;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The agent as the runtime sees it: each question goes to the room that answers it. */
final class LiveAgent implements Agent {
    private final CheckedWeaver weaver;
    private final StreamTransformer streams;

    LiveAgent(CheckedWeaver weaver, StreamTransformer streams) {
        this.weaver = weaver;
        this.streams = streams;
    }

    @Override
    public void weave(Method method, Object object) {
        weaver.weave(method, object);
    }

    @Override
    public void weave(Map<Class<?>, List<Method>> methods) {
        weaver.weave(methods);
    }

    @Override
    public CapturedFunction capture(Object function, Method method, Class<?> patched) {
        return Capture.of(function, method, patched);
    }

    @Override
    public void open(Class<?> type, Module to) {
        Module module = type.getModule();
        if (module.isNamed()) {
            Map<String, Set<Module>> opened = Map.of(type.getPackageName(), Set.of(to, LiveAgent.class.getModule()));
            Backstage.instrumentation().redefineModule(module, Set.of(), opened, opened, Set.of(), Map.of());
        }
    }

    @Override
    public String pathToUnserializable(@Nullable Object captured) {
        return GraphPath.toUnserializable(captured);
    }

    @Override
    public String identity(Bundle bundle) {
        return Identity.of(bundle);
    }

    @Override
    public String identity(ClassUnit unit) {
        return Identity.of(unit);
    }

    @Override
    public @Nullable String malformation(ClassImage image) {
        return BytecodeCheck.failure(image);
    }

    @Override
    public boolean isOwn(ClassUnit unit, ClassLoader loader) {
        return OwnClasses.isOwn(unit, loader);
    }

    @Override
    public Bundle usingOwn(Bundle bundle, ClassLoader loader) {
        return OwnClasses.usingOwn(bundle, loader);
    }

    @Override
    public StreamInternals streams() {
        return Internals.HOOKS;
    }

    @Override
    public Object portable(Object function) {
        Backstage.open();
        streams.hook(Backstage.instrumentation());
        return PortableLambda.of(function);
    }

    @Override
    public @Nullable OwnCode ownCode(Bundle bundle, @Nullable ClassLoader loader) {
        return OwnClasses.find(bundle, loader);
    }

    /** On demand: the hooks name the classes of object streams, which load all of the agent in a JVM that may use none. */
    private static final class Internals {
        static final StreamInternals HOOKS = new CapsuleHooks();
    }
}
