package dev.instancepatch.it.graphs;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An object as a {@link Model} expects it to be read: what it is, what it holds, what it answers. */
final class Thing {
    private final String name;
    private final Supplier<Object> own;
    private List<Object> parts; // Integer, Thing, Supplier of one, or null
    private Supplier<Object> answer; // of Integer, String, Thing or null

    Thing(String name, List<Object> parts, Supplier<Object> answer) {
        this.name = name;
        this.parts = parts;
        this.own = answer;
        this.answer = answer;
    }

    List<Object> parts() {
        return parts;
    }

    /** Returns what it answers unpatched. */
    Object ownAnswer() {
        return own.get();
    }

    void answers(Supplier<Object> other) {
        answer = other;
    }

    /** Has a part that is another thing's, as it is in the end. */
    void sees(int part, Thing other, int which) {
        parts.set(part, (Supplier<Object>) () -> other.parts.get(which));
    }

    void withoutNulls() {
        parts = parts.stream().filter(Objects::nonNull).toList();
    }

    void reorder(int... order) {
        List<Object> before = parts;
        parts = IntStream.of(order).mapToObj(before::get).toList();
    }

    /** Says what a worker that read these roots should say: the fixture {@code workers.Describe}. */
    static String describe(List<Thing> roots) {
        Map<Thing, Integer> numbers = new IdentityHashMap<>();
        List<Thing> found = new ArrayList<>();
        StringBuilder text = new StringBuilder("roots").append(all(roots, numbers, found));
        for (int i = 0; i < found.size(); i++) {
            Thing thing = found.get(i);
            text.append("\n#" + i + " " + thing.name + all(thing.parts, numbers, found) + " = "
                    + one(thing.answer.get(), numbers, found));
        }
        return text.toString();
    }

    private static String all(List<?> objects, Map<Thing, Integer> numbers, List<Thing> found) {
        return objects.stream().map(o -> " " + one(o, numbers, found)).collect(Collectors.joining());
    }

    private static String one(Object object, Map<Thing, Integer> numbers, List<Thing> found) {
        if (object == null) {
            return "-";
        }
        if (object instanceof Supplier<?> seen) {
            return one(seen.get(), numbers, found);
        }
        if (!(object instanceof Thing thing)) {
            return object.toString();
        }
        return "#"
                + numbers.computeIfAbsent(thing, t -> {
                    found.add(t);
                    return found.size() - 1;
                });
    }
}
