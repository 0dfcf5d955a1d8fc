package newer;

import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import harness.Sending;
import java.io.Serializable;
import java.util.List;
import shared.Bird;

/** Functions that need Java 21: switches over patterns, and patterns of records. */
public final class Main {
    public static void main(String[] args) {
        Sending to = new Sending(args[0]);
        to.send("pattern-switch", () -> bird(self -> area(new Circle(2)) + " " + area(new Square(3))));
        to.send("pattern-guard", () -> bird(self -> sort(5) + sort(50) + sort("s") + sort(null) + sort('c')));
        to.send(
                "pattern-of-a-record",
                () -> bird(self -> {
                    Object pair = new Pair(new Square(1), new Pair("deep", 2));
                    return pair instanceof Pair(Square(var side), Pair(String what, Integer n))
                            ? side + what + n
                            : "none";
                }));
        to.send("pattern-enum", () -> bird(self -> mood(Mood.BAD) + mood(Mood.GOOD) + mood("else")));
        to.send("pattern-in-a-nested-class", () -> bird(self -> new Sorter().sort(List.of(1, "a"))));
        Shape captured = new Circle(3);
        to.send("pattern-captured", () -> bird(self -> area(captured) + ""));
        to.send("pattern-in-a-function-class", () -> bird(new Function(new Square(4))));
    }

    private static Bird bird(Replacement0<Bird, String> function) {
        Bird bird = new Bird();
        Patch.on(bird).method("hi", function);
        return bird;
    }

    private static int area(Shape shape) {
        return switch (shape) {
            case Circle c -> 3 * c.radius() * c.radius();
            case Square(int side) -> side * side;
        };
    }

    private static String sort(Object object) {
        return switch (object) {
            case null -> "null ";
            case Integer n when n > 10 -> "large ";
            case Integer n -> "small " + n + " ";
            case String s -> "text " + s + " ";
            default -> object.getClass().getSimpleName();
        };
    }

    private static String mood(Object object) {
        return switch (object) {
            case Mood.GOOD -> "good ";
            case Mood.BAD -> "bad ";
            default -> "none ";
        };
    }

    private static final class Sorter {
        private String sort(List<?> all) {
            StringBuilder said = new StringBuilder();
            for (Object each : all) {
                said.append(
                        switch (each) {
                            case Integer n -> "number ";
                            case CharSequence s -> "characters ";
                            default -> "other ";
                        });
            }
            return said.toString().trim();
        }
    }

    private record Function(Shape shape) implements Replacement0<Bird, String> {
        @Override
        public String apply(Bird self) {
            return switch (shape) {
                case Circle c -> "circle";
                case Square s when s.side() > 3 -> "large square";
                case Square s -> "square";
            };
        }
    }

    private sealed interface Shape extends Serializable {}

    private record Circle(int radius) implements Shape {}

    private record Square(int side) implements Shape {}

    private record Pair(Object left, Object right) implements Serializable {}

    private enum Mood {
        GOOD,
        BAD
    }
}
