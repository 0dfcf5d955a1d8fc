package dev.instancepatch.benchmarks.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of classes with fields of several kinds: what the slot adds depends on the room that alignment leaves. */
@SuppressWarnings("unused") // fields that are there to take room
final class Shapes {
    private Shapes() {}

    static Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("no field", new None());
        all.put("boolean", new OneBoolean());
        all.put("int", new OneInt());
        all.put("reference", new OneReference());
        all.put("long", new OneLong());
        all.put("int, int", new TwoInts());
        all.put("int, reference", new IntAndReference());
        all.put("int, int, reference", new TwoIntsAndReference());
        all.put("int, long", new IntAndLong());
        all.put("record (int, int)", new Point(1, 2));
        all.put("int; subclass: int", new Second());
        all.put("int; subclass: int; subclass: int", new Third());
        all.put("no field; two empty subclasses", new EmptyThird());
        all.put("enum constant", Colour.RED);
        all.put("subclass of java.util.ArrayList", new Growing());
        return all;
    }

    static class None {}

    static class OneBoolean {
        private boolean a;
    }

    static class OneInt {
        private int a;
    }

    static class OneReference {
        private String a = "";
    }

    static class OneLong {
        private long a;
    }

    static class TwoInts {
        private int a;
        private int b;
    }

    static class IntAndReference {
        private int a;
        private String b = "";
    }

    static class TwoIntsAndReference {
        private int a;
        private int b;
        private String c = "";
    }

    static class IntAndLong {
        private int a;
        private long b;
    }

    record Point(int x, int y) {}

    static class Second extends OneInt {
        private int b;
    }

    static class Third extends Second {
        private int c;
    }

    static class EmptySecond extends None {}

    static class EmptyThird extends EmptySecond {}

    enum Colour {
        RED
    }

    static class Growing extends ArrayList<String> {
        private static final long serialVersionUID = 1;
    }
}
