package acme;

import dev.instancepatch.Replacement0;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import shared.Bird;

/** Functions that say which version of the code runs, wherever that stands. */
public final class Writer {
    public static Map<String, Replacement0<Bird, String>> functions() {
        Map<String, Replacement0<Bird, String>> all = new TreeMap<>();
        Supplier<String> lambda = (Supplier<String> & Serializable) () -> "VERSION";
        Instance instance = new Instance();
        Supplier<String> unnamed = new Instance();
        List<Object> listed = new ArrayList<>(List.of(new Instance()));
        all.put("lambda", self -> "VERSION");
        all.put("helper", self -> help());
        all.put("reference", Writer::refer);
        all.put("class", new Function());
        all.put("class-s-superclass", new Heir());
        all.put("nested-class", self -> new Nested().said());
        all.put("nested-class-s-superclass", self -> new Below().said());
        all.put("class-beside", self -> Beside.said());
        all.put("class-that-only-another-uses", self -> Between.said());
        all.put("enum", self -> Constant.ONE.said());
        all.put("enum-body", self -> Constant.TWO.said());
        all.put("interface-default", self -> new Defaulting() {}.said());
        all.put("record", self -> new Pair(1).said());
        all.put("anonymous-inside", self -> new Callable<String>() {
            @Override
            public String call() {
                return "VERSION";
            }
        }.call());
        all.put("lambda-inside", self -> {
            Supplier<String> inside = () -> "VERSION";
            return inside.get();
        });
        all.put("captured-lambda", self -> lambda.get());
        all.put("captured-instance", self -> instance.get());
        all.put("captured-unnamed-instance", self -> unnamed.get());
        all.put("captured-in-a-list", self -> listed.get(0).toString());
        all.put("compile-time-constant", self -> Beside.CONSTANT);
        return all;
    }

    private static String help() {
        return "VERSION";
    }

    private static String refer(Bird self) {
        return "VERSION";
    }

    private static final class Function implements Replacement0<Bird, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String apply(Bird self) {
            return "VERSION";
        }
    }

    private static class Parent implements Replacement0<Bird, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String apply(Bird self) {
            return "VERSION";
        }
    }

    private static final class Heir extends Parent {
        private static final long serialVersionUID = 1L;
    }

    private static final class Nested {
        private String said() {
            return "VERSION";
        }
    }

    private static class Above {
        String said() {
            return "VERSION";
        }
    }

    private static final class Below extends Above {}

    private enum Constant {
        ONE,
        TWO {
            @Override
            String said() {
                return "VERSION";
            }
        };

        String said() {
            return "VERSION";
        }
    }

    private interface Defaulting {
        default String said() {
            return "VERSION";
        }
    }

    private record Pair(int n) {
        private String said() {
            return "VERSION";
        }
    }

    private static final class Instance implements Supplier<String>, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public String get() {
            return "VERSION";
        }

        @Override
        public String toString() {
            return get();
        }
    }
}

class Beside {
    static final String CONSTANT = "VERSION";

    static String said() {
        return "VERSION";
    }
}

class Between {
    static String said() {
        return Beside.said();
    }
}
