package acme;

import dev.instancepatch.Replacement0;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import shared.Bird;

/** Functions whose classes have static fields and initialisers. */
public final class Writer {
    public static final List<String> WORDS = List.of("WHOSE", "words");
    public static int count = 0;

    static {
        ran("Writer");
    }

    public static Map<String, Replacement0<Bird, String>> functions() {
        Map<String, Replacement0<Bird, String>> all = new TreeMap<>();
        Supplier<String> captured = new Captured();
        all.put("lambda", self -> "WHOSE lambda");
        all.put("static", self -> WORDS.get(0) + " words of WHOSE");
        all.put("nested", self -> new Nested().said());
        all.put("enum", self -> Size.valueOf("WHOSE_SIZE").said());
        all.put("class", new Function());
        all.put("instance", self -> captured.get() + " of WHOSE");
        return all;
    }

    private static void ran(String name) {
        String before = System.getProperty("acme.initialised");
        System.setProperty("acme.initialised", before == null ? "WHOSE " + name : before + ", WHOSE " + name);
    }

    private static final class Nested {
        private static final String SAID = String.valueOf("WHOSE nested");

        static {
            ran("Nested");
        }

        private String said() {
            return SAID + " of WHOSE";
        }
    }

    public enum Size {
        WHOSE_SIZE;

        static {
            ran("Size");
        }

        String said() {
            return "WHOSE size";
        }
    }

    private static final class Function implements Replacement0<Bird, String> {
        private static final long serialVersionUID = 1L;

        static {
            ran("Function");
        }

        @Override
        public String apply(Bird self) {
            return "WHOSE function";
        }
    }

    private static final class Captured implements Supplier<String>, Serializable {
        private static final long serialVersionUID = 1L;

        static {
            ran("Captured");
        }

        @Override
        public String get() {
            return "WHOSE captured";
        }
    }
}
