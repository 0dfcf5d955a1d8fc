package dev.instancepatch.it.graphs;

import dev.instancepatch.it.Jdk;
import dev.instancepatch.it.Jdks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One worker of each sort on each JDK that is there. */
public final class Workers implements AutoCloseable {
    private final List<Worker> all = new ArrayList<>();

    private Workers() {}

    /** Starts them, and prints which pairs they make: with one JDK, it is paired with itself. */
    public static Workers start() {
        Workers workers = new Workers();
        for (Jdk jdk : Jdks.all()) {
            for (Sort sort : Sort.values()) {
                workers.all.add(new Worker(jdk, sort));
            }
        }
        System.out.println("Pairs: "
                + workers.writers().map(w -> w + " to each of " + Jdks.all()).collect(Collectors.joining("; ")));
        return workers;
    }

    public List<Worker> all() {
        return all;
    }

    /** Returns those that patch. */
    public Stream<Worker> writers() {
        return all.stream().filter(w -> w.sort() == Sort.PATCHING);
    }

    public Stream<Worker> of(Jdk jdk) {
        return all.stream().filter(w -> w.jdk().equals(jdk));
    }

    public Worker of(Jdk jdk, Sort sort) {
        return of(jdk).filter(w -> w.sort() == sort).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        all.forEach(Worker::close);
    }
}
