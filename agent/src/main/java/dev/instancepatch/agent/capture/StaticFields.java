package dev.instancepatch.agent.capture;

import dev.instancepatch.restore.Bridges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * The static final fields whose values travel with a program: those of one class together, since they may lead to each other. Where
 * a value will be found is known when all of them are.
 */
final class StaticFields {
    private final Map<String, Map<String, StaticField>> byClass = new TreeMap<>(); // com/acme/Main -> LIMIT I -> ...
    private final List<Read> reads = new ArrayList<>();

    private record Read(StaticField field, InvokeDynamicInsnNode site) {}

    void add(StaticField field, InvokeDynamicInsnNode site) {
        byClass.computeIfAbsent(field.declaring().name, name -> new TreeMap<>()).putIfAbsent(key(field), field);
        reads.add(new Read(field, site));
    }

    private static String key(StaticField field) {
        return field.name() + " " + field.descriptor();
    }

    /** Tells all reads where they find their values. */
    void settle() {
        for (Read read : reads) {
            Map<String, StaticField> together = byClass.get(read.field.declaring().name);
            int index = List.copyOf(together.keySet()).indexOf(key(read.field));
            read.site.bsmArgs = new Object[] {
                Bridges.STATIC_VALUE,
                Part.dotted(StaticHolder.name(List.copyOf(together.values()))),
                String.valueOf(index)
            };
        }
    }

    /** Returns the fields, those of one class together, in an order that does not depend on the code. */
    List<List<StaticField>> together() {
        return byClass.values().stream()
                .map(fields -> List.copyOf(fields.values()))
                .toList();
    }
}
