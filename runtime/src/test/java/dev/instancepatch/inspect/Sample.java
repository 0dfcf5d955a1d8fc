package dev.instancepatch.inspect;

import java.io.ByteArrayOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects of every kind that a stream has a form for, and streams of them. */
final class Sample {
    private Sample() {}

    static class Base implements Serializable {
        private static final long serialVersionUID = 1L;
        long a = 1;
        boolean z = true;
        String text = "base";
    }

    static class Empty extends Base {
        private static final long serialVersionUID = 2L;
    }

    /** Writes objects and bytes of its own, more than a reader asks for. */
    static class Custom extends Empty {
        private static final long serialVersionUID = 3L;
        int[] field = {1, 2};
        char c = 'c';

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            out.write(new byte[3_000]);
            out.writeObject(List.of("optional"));
            out.writeUTF("behind");
            out.writeObject(this);
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
        }
    }

    /** Does not begin with its fields, as the serialization specification asks of a writeObject (2.3). */
    static class Unruly implements Serializable {
        private static final long serialVersionUID = 5L;
        int field;

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.writeInt(5);
        }

        private void readObject(ObjectInputStream in) throws IOException {
            in.readInt();
        }
    }

    static final class External implements Externalizable {
        private static final long serialVersionUID = 4L;

        public External() {}

        @Override
        public void writeExternal(ObjectOutput out) throws IOException {
            out.writeLong(1);
            out.writeObject(new Base());
            out.write(new byte[300]);
        }

        @Override
        public void readExternal(ObjectInput in) {}
    }

    enum Colour {
        RED,
        GREEN {
            @Override
            int wave() {
                return 2;
            }
        };

        int wave() {
            return 1;
        }
    }

    record Pair(Object left, int right) implements Serializable {}

    record Handler() implements InvocationHandler, Serializable {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return 0;
        }
    }

    /** Annotates classes, as RMI does. */
    static final class Annotating extends ObjectOutputStream {
        Annotating(OutputStream out) throws IOException {
            super(out);
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            writeObject("from " + type.getName());
            writeInt(7);
            if (type == Base.class) {
                writeObject(new Pair(String.class, 1));
            }
        }

        @Override
        protected void annotateProxyClass(Class<?> type) throws IOException {
            writeObject(new int[] {1});
        }
    }

    static Object proxy() {
        return Proxy.newProxyInstance(
                Sample.class.getClassLoader(), new Class<?>[] {Runnable.class, Comparable.class}, new Handler());
    }

    /** Returns one root of each kind. */
    static List<Object> all() {
        Object[] cycle = new Object[3];
        cycle[0] = cycle;
        cycle[1] = new Pair(cycle, 1);
        return new ArrayList<>(Arrays.asList(
                "short",
                "l".repeat(70_000),
                "",
                "Gänse \u20ac \0",
                new boolean[] {true},
                new byte[] {1, 2, 3},
                new char[] {'a'},
                new short[] {1, 2},
                new int[2][3],
                new long[] {1},
                new float[0],
                new double[] {1, 2},
                new String[] {"a", null, "a"},
                new Object[][] {{1}, null},
                cycle,
                Colour.RED,
                Colour.GREEN,
                DayOfWeek.MONDAY,
                proxy(),
                String.class,
                int.class,
                Colour.class,
                proxy().getClass(),
                new Base(),
                new Custom(),
                new External(),
                new Pair(new Pair(null, 1), 2),
                new Date(0),
                LocalDate.EPOCH,
                new BigDecimal("1.5"),
                new HashMap<>(Map.of("k", List.of(1, 2L, 'c', (byte) 1, 1.5f, 2.5d, true))),
                java.io.ObjectStreamClass.lookup(Custom.class),
                new IllegalStateException("with a stack")));
    }

    /** Something that is written. */
    interface Writing {
        void to(ObjectOutputStream out) throws IOException;
    }

    static byte[] stream(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            writing.to(out);
        }
        return bytes.toByteArray();
    }

    static byte[] annotated(Object root) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new Annotating(bytes)) {
            out.writeObject(root);
        }
        return bytes.toByteArray();
    }
}
