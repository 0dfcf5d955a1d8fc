package dev.instancepatch.benchmarks.weaving;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.copies.NumberedCopies;
import java.util.ArrayList;
import java.util.List;

/** Birds, each of a class of its own. */
final class Birds {
    private Birds() {}

    static List<Bird> ofDifferentClasses(int count) throws Exception {
        ClassLoader parent = Birds.class.getClassLoader();
        NumberedCopies copies = new NumberedCopies(Bird0000.class.getName(), parent);
        NumberedCopies.Defining loader = new NumberedCopies.Defining(parent);
        List<Bird> birds = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            birds.add((Bird) copies.define(i, loader).getDeclaredConstructor().newInstance());
        }
        return birds;
    }

    static Class<?>[] classes(List<Bird> birds) {
        return birds.stream().map(Object::getClass).toArray(Class<?>[]::new);
    }

    static void patch(Bird bird) {
        Patch.on(bird).method("hi", self -> "SQUAWK");
    }

    /** Calls the patched method. */
    static void call(Bird bird) {
        if (!bird.hi().equals("SQUAWK")) {
            throw new IllegalStateException(bird.getClass() + " is not patched");
        }
    }
}
