package dev.instancepatch.agent.weave;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The methods of one class that shall have a prologue, and those that have it. Lives and dies with the class. */
final class WovenMethods {
    private static final ClassValue<WovenMethods> OF = new ClassValue<>() {
        @Override
        protected WovenMethods computeValue(Class<?> type) {
            return new WovenMethods();
        }
    };

    private final Lock lock = new ReentrantLock(); // of whoever retransforms the class
    private final Map<String, State> methods = new ConcurrentHashMap<>(); // greet(Ljava/lang/String;)… -> WOVEN

    private volatile ParameterNames parameterNames = ParameterNames.NONE;
    private volatile CloneHook.Calls cloneCalls = CloneHook.Calls.NONE; // that shall bring the side table along

    static WovenMethods of(Class<?> type) {
        return OF.get(type);
    }

    Lock lock() {
        return lock;
    }

    boolean isEmpty() {
        return methods.isEmpty() && cloneCalls == CloneHook.Calls.NONE;
    }

    void request(String method) {
        methods.putIfAbsent(method, State.REQUESTED);
    }

    CloneHook.Calls cloneCalls() {
        return cloneCalls;
    }

    void cloneCalls(CloneHook.Calls calls) {
        cloneCalls = calls;
    }

    ParameterNames parameterNames() {
        return parameterNames;
    }

    void parameterNames(ParameterNames names) {
        parameterNames = names;
    }

    void giveUp(String method) {
        methods.remove(method);
    }

    boolean wants(String method) {
        return methods.containsKey(method);
    }

    /** Called by the transformer: the method got its prologue, in bytes that the JVM may still refuse. */
    void visited(String method) {
        methods.replace(method, State.REQUESTED, State.VISITED);
    }

    boolean isVisited(String method) {
        return methods.get(method) == State.VISITED;
    }

    void woven(String method) {
        methods.replace(method, State.WOVEN);
    }

    boolean isWoven(String method) {
        return methods.get(method) == State.WOVEN;
    }

    private enum State {
        REQUESTED,
        VISITED,
        WOVEN
    }
}
