package dev.instancepatch.agent.capture;

import java.util.ArrayList;
import java.util.List;

/** The static final fields whose values travel, in the order they are found: their numbers. */
final class StaticFields {
    private final List<StaticField> fields = new ArrayList<>();

    int number(StaticField field) {
        for (int i = 0; i < fields.size(); i++) {
            StaticField known = fields.get(i);
            if (known.declaring().name.equals(field.declaring().name)
                    && known.name().equals(field.name())
                    && known.descriptor().equals(field.descriptor())) {
                return i;
            }
        }
        fields.add(field);
        return fields.size() - 1;
    }

    List<StaticField> fields() {
        return fields;
    }
}
