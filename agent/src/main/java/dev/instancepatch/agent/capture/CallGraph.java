package dev.instancepatch.agent.capture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.MethodNode;

/** Which methods of classes that travel call which, and which of them could not be taken along. */
final class CallGraph {
    private final Map<String, Set<String>> calls = new HashMap<>(); // com/acme/Main.shout(…)… -> what it calls
    private final Map<String, String> problems = new HashMap<>(); // com/acme/Main.shout(…)… -> why not
    private Set<String> current = new HashSet<>();

    static String key(String owner, String name, String descriptor) {
        return owner + "." + name + descriptor;
    }

    /** What follows is called by this method. */
    void begin(String owner, MethodNode method) {
        current = calls.computeIfAbsent(key(owner, method.name, method.desc), k -> new HashSet<>());
    }

    /** Notes a call; one that may reach an override is noted without its owner. */
    void add(String owner, String name, String descriptor, boolean isExact) {
        current.add(isExact ? key(owner, name, descriptor) : "." + name + descriptor);
    }

    /** Notes that the current method takes the value of a static field. */
    void reads(StaticField field) {
        current.add(key(field.declaring().name, field.name(), ""));
    }

    void problem(String owner, String field, String why) {
        problems.put(key(owner, field, ""), why);
    }

    void problem(String owner, MethodNode method, String why) {
        problems.put(key(owner, method.name, method.desc), why);
    }

    Map<String, Set<String>> calls() {
        return calls;
    }

    Map<String, String> problems() {
        return problems;
    }
}
