package acme;

import dev.instancepatch.Replacement0;
//IMPORT
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import shared.Bird;

/** Functions that an edit elsewhere in their class does not concern. */
public final class Writer {
    private static final Pattern PATTERN = Pattern.compile("b");
    //MEMBER

    public static Map<String, Replacement0<Bird, String>> functions() {
        Map<String, Replacement0<Bird, String>> all = new TreeMap<>();
        //LAMBDA
        Fee fee = new Fee(5);
        Supplier<String> unnamed = new Fee(6);
        Supplier<String> lambda = (Supplier<String> & Serializable) () -> "what it says";
        all.put("lambda", self -> "lambda of " + self.name);
        all.put("helper", self -> help(self.name));
        all.put("lambda-inside", self -> {
            Supplier<String> inside = () -> help(self.name) + PATTERN;
            return inside.get();
        });
        all.put("reference", Writer::refer);
        all.put("bound-reference", fee::of);
        all.put("nested-class", self -> new Fee(3).of(self));
        all.put("class", new Function("function"));
        all.put("enum", self -> Rate.HIGH.of(2) + Rate.valueOf("LOW").of(3) + "");
        all.put("record", self -> new Sum(1, 2).toString());
        all.put("static", self -> PATTERN.pattern());
        all.put("instance", self -> fee.of(self));
        all.put("captured instance", self -> unnamed.get());
        all.put("captured lambda", self -> lambda.get());
        //LATER
        return all;
    }

    private static String help(String what) {
        return "helped " + what;
    }

    private static String refer(Bird self) {
        return "referred to " + help(self.name);
    }

    private static final class Function implements Replacement0<Bird, String> {
        private final String what;

        private Function(String what) {
            this.what = what;
        }

        @Override
        public String apply(Bird self) {
            return what + " " + self.name;
        }
    }

    private static final class Fee implements Supplier<String>, Serializable {
        private final int amount;

        private Fee(int amount) {
            this.amount = amount;
        }

        private String of(Bird bird) {
            return amount + " for " + bird.name;
        }

        @Override
        public String get() {
            return amount + " for nobody";
        }
    }

    private enum Rate {
        LOW(1),
        HIGH(10);

        private final int times;

        Rate(int times) {
            this.times = times;
        }

        private int of(int n) {
            return n * times;
        }
    }

    private record Sum(int left, int right) {}
    //NESTED
}
