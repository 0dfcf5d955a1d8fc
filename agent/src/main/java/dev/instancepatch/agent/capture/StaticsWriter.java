package dev.instancepatch.agent.capture;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.restore.MissingValue;
import dev.instancepatch.wire.FunctionForm;
import dev.instancepatch.wire.UnitBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.SerializedLambda;
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

    @Override
    public byte[] read(Program program, Units units) {
        List<StaticField> fields = program.statics().fields();
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            StaticField field = fields.get(i);
            String name = Part.dotted(field.declaring().name) + "." + field.name();
            if (!WRITING.get().add(name)) {
                program.calls()
                        .problem(
                                field.declaring().name,
                                field.name(),
                                "the static field " + name
                                        + " holds functions that use it themselves; make each a static final field of its own");
                values[i] = new MissingValue(name);
                continue;
            }
            try {
                values[i] = value(field);
                String culprit = failure(values[i], program, units);
                if (culprit != null) {
                    program.calls()
                            .problem(
                                    field.declaring().name,
                                    field.name(),
                                    "it uses the static field " + name + ", whose value cannot travel: " + culprit);
                    values[i] = new MissingValue(name);
                }
            } finally {
                WRITING.get().remove(name);
            }
        }
        return write(values, program, units);
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

    private static @Nullable String failure(@Nullable Object value, Program program, Units units) {
        if (value instanceof MissingValue) {
            return "it cannot be read";
        }
        try (Out out = new Out(OutputStream.nullOutputStream(), program, units)) {
            out.writeObject(value);
            return null;
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e).lines().findFirst().orElse("");
        }
    }

    private static byte[] write(@Nullable Object[] values, Program program, Units units) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Out out = new Out(bytes, program, units)) {
            out.writeObject(values);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e); // each was written before, to nowhere
        }
        return bytes.toByteArray();
    }

    private static final class Out extends ObjectOutputStream {
        private final Program program;
        private final Units units;

        Out(OutputStream out, Program program, Units units) throws IOException {
            super(out);
            this.program = program;
            this.units = units;
            enableReplaceObject(true);
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            Class<?> element = type;
            while (element.isArray()) {
                element = element.componentType();
            }
            String name = element.getName().replace('.', '/');
            if (!element.isPrimitive() && program.travelsByItself(name)) {
                writeObject(UnitBytes.of(units.of(name).unit()));
            }
        }

        @Override
        protected @Nullable Object replaceObject(@Nullable Object object) {
            return object instanceof SerializedLambda lambda && program.travelsByItself(lambda.getCapturingClass())
                    ? new FunctionForm(Capture.ofStatic(lambda, program))
                    : object;
        }
    }
}
