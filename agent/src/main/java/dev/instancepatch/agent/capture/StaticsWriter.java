package dev.instancepatch.agent.capture;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.restore.MissingValue;
import dev.instancepatch.wire.Departing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what static final fields hold as a stream of its own, with the classes and functions that travel with them. */
final class StaticsWriter implements StaticsReader {
    /** What is being written in this thread: a map of lambdas that use the map would never end. */
    private static final ThreadLocal<Set<String>> WRITING = ThreadLocal.withInitial(HashSet::new);

    private final @Nullable ClassLoader loader;

    StaticsWriter(@Nullable ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns true while this thread writes such values: what it makes then may lack those values. */
    static boolean isWriting() {
        return !WRITING.get().isEmpty();
    }

    @Override
    public byte[] read(List<StaticField> fields, Program program) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        Set<String> begun = new HashSet<>();
        try {
            for (int i = 0; i < values.length; i++) {
                boolean isFirst = WRITING.get().add(name(fields.get(i)));
                if (isFirst) {
                    begun.add(name(fields.get(i)));
                }
                values[i] = travelling(fields.get(i), isFirst, program);
            }
            return write(values, program);
        } finally {
            WRITING.get().removeAll(begun);
        }
    }

    private static String name(StaticField field) {
        return Part.dotted(field.declaring().name) + "." + field.name();
    }

    private @Nullable Object travelling(StaticField field, boolean isFirst, Program program) {
        String name = name(field);
        if (!isFirst) {
            problem(
                    field,
                    program,
                    "the static field " + name
                            + " holds functions that use it themselves; make each a static final field of its own");
            return new MissingValue(name);
        }
        Object value = value(field);
        String culprit = failure(value, program);
        if (culprit == null) {
            return value;
        }
        problem(field, program, "it uses the static field " + name + ", whose value cannot travel: " + culprit);
        return new MissingValue(name);
    }

    private static void problem(StaticField field, Program program, String why) {
        program.calls().problem(field.declaring().name, field.name(), why);
    }

    private @Nullable Object value(StaticField field) {
        String owner = Part.dotted(field.declaring().name);
        try {
            Class<?> type = Class.forName(owner, true, loader);
            Field reflected = type.getDeclaredField(field.name());
            return Backstage.lookupIn(type).unreflectGetter(reflected).invoke();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            return new MissingValue(owner + "." + field.name());
        }
    }

    private @Nullable String failure(@Nullable Object value, Program program) {
        if (value instanceof MissingValue) {
            return "it cannot be read";
        }
        try {
            write(value, program, OutputStream.nullOutputStream());
            return null;
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e).lines().findFirst().orElse("");
        }
    }

    private byte[] write(@Nullable Object[] values, Program program) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(values, program, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // each was written before, to nowhere
        }
        return bytes.toByteArray();
    }

    private void write(@Nullable Object value, Program program, OutputStream to) throws IOException {
        Object outer = Departing.begin(new Carried(program.rule(), program.writer(), loader));
        try (ObjectOutputStream out = new ObjectOutputStream(to)) {
            out.writeObject(value);
        } finally {
            Departing.end(outer);
        }
    }
}
