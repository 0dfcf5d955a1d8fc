package dev.instancepatch.agent.capture;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The static final fields whose values travel, in the order they are found, each once. */
final class StaticFields {
    private final Map<String, StaticField> fields = new LinkedHashMap<>(); // by the name of the value's holder

    void add(StaticField field) {
        fields.putIfAbsent(StaticHolder.name(field), field);
    }

    Collection<StaticField> all() {
        return fields.values();
    }
}
