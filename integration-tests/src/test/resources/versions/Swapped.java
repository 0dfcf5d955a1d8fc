package acme;

import dev.instancepatch.Replacement0;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import shared.Bird;

/** Functions that look alike, in pairs. */
public final class Writer {
    private static final Map<String, Replacement0<Bird, String>> ALL = new TreeMap<>();

    public static Map<String, Replacement0<Bird, String>> functions() {
        one();
        two();
        return ALL;
    }

    private static void one() {
        put("lambda ONE", self -> "ONE " + self.name);
        put("class ONE", new First());
        put("anonymous-class ONE", new Replacement0<Bird, String>() {
            public String apply(Bird self) {
                return "ONE " + self.name;
            }
        });
        class Local implements Replacement0<Bird, String> {
            public String apply(Bird self) {
                return "ONE " + self.name;
            }
        }
        put("local-class ONE", new Local());
        put("reference ONE", Writer::first);
        put("anonymous-inside ONE", self -> new Object() {
            public String toString() {
                return "ONE " + self.name;
            }
        }.toString());
        put("local-record-inside ONE", self -> {
            record Said(String name) {
                String said() {
                    return "ONE " + name;
                }
            }
            return new Said(self.name).said();
        });
        put("helper ONE", self -> first(self));
        put("enum-constant-with-a-body ONE", self -> Kind.FIRST.say(self));
        put("enum-function ONE", Kind.FIRST);
        put("switch-over-an-enum ONE", self -> switch (Plain.ONE) {
            case ONE -> "ONE " + self.name;
            case TWO -> "TWO " + self.name;
        });
        Supplier<String> lambda = (Supplier<String> & Serializable) () -> "ONE bird";
        put("captured-lambda ONE", calling(lambda));
        put("captured-anonymous-object ONE", calling(new Said() {
            public String get() {
                return "ONE bird";
            }
        }));
        class Captured implements Said {
            public String get() {
                return "ONE bird";
            }
        }
        put("captured-local-object ONE", calling(new Captured()));
    }

    private static void two() {
        put("lambda TWO", self -> "TWO " + self.name);
        put("class TWO", new Second());
        put("anonymous-class TWO", new Replacement0<Bird, String>() {
            public String apply(Bird self) {
                return "TWO " + self.name;
            }
        });
        class Local implements Replacement0<Bird, String> {
            public String apply(Bird self) {
                return "TWO " + self.name;
            }
        }
        put("local-class TWO", new Local());
        put("reference TWO", Writer::second);
        put("anonymous-inside TWO", self -> new Object() {
            public String toString() {
                return "TWO " + self.name;
            }
        }.toString());
        put("local-record-inside TWO", self -> {
            record Said(String name) {
                String said() {
                    return "TWO " + name;
                }
            }
            return new Said(self.name).said();
        });
        put("helper TWO", self -> second(self));
        put("enum-constant-with-a-body TWO", self -> Kind.SECOND.say(self));
        put("enum-function TWO", Kind.SECOND);
        put("switch-over-an-enum TWO", self -> switch (Plain.TWO) {
            case ONE -> "ONE " + self.name;
            case TWO -> "TWO " + self.name;
        });
        Supplier<String> lambda = (Supplier<String> & Serializable) () -> "TWO bird";
        put("captured-lambda TWO", calling(lambda));
        put("captured-anonymous-object TWO", calling(new Said() {
            public String get() {
                return "TWO bird";
            }
        }));
        class Captured implements Said {
            public String get() {
                return "TWO bird";
            }
        }
        put("captured-local-object TWO", calling(new Captured()));
    }

    private static void put(String name, Replacement0<Bird, String> function) {
        ALL.put(name, function);
    }

    private static Replacement0<Bird, String> calling(Supplier<String> supplier) {
        return self -> supplier.get();
    }

    private interface Said extends Supplier<String>, Serializable {}

    private static String first(Bird self) {
        return "ONE " + self.name;
    }

    private static String second(Bird self) {
        return "TWO " + self.name;
    }

    private static final class First implements Replacement0<Bird, String> {
        private static final long serialVersionUID = 1L;

        public String apply(Bird self) {
            return "ONE " + self.name;
        }
    }

    private static final class Second implements Replacement0<Bird, String> {
        private static final long serialVersionUID = 1L;

        public String apply(Bird self) {
            return "TWO " + self.name;
        }
    }

    private enum Kind implements Replacement0<Bird, String> {
        FIRST {
            String say(Bird bird) {
                return "ONE " + bird.name;
            }
        },
        SECOND {
            String say(Bird bird) {
                return "TWO " + bird.name;
            }
        };

        abstract String say(Bird bird);

        public String apply(Bird self) {
            return say(self);
        }
    }

    private enum Plain {
        ONE,
        TWO
    }
}
