package dev.instancepatch.it.graphs;

import dev.instancepatch.it.graphs.Graph.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What Java serialization, and patches that travel with it, should make of a graph: worked out from the graph alone, by the
 * rules, without a stream. Objects are met in the order in which a stream writes them; each has its place in it once, unless the
 * stream forgets it (reset) or never knew it (unshared).
 */
public final class Model {
    private final Graph graph;

    public Model(Graph graph) {
        this.graph = graph;
    }

    /**
     * What should become of a graph.
     *
     * @param said what a reader says of it, or the refusal or failure instead
     * @param carries true if a reader meets a patch
     */
    public record Outcome(String said, boolean carries) {
        /** Returns true if the writer refuses. */
        public boolean refused() {
            return said.startsWith("writer: ");
        }
    }

    /** Returns what every JVM says of the unpatched objects. */
    public Outcome unpatched() {
        return read(new Reading(graph, false, false));
    }

    /** Returns what a JVM with the agent says of the patched objects. */
    public Outcome patched() {
        return read(new Reading(graph, true, true));
    }

    /** Returns what a JVM that sees no patches says of the patched objects. */
    public Outcome ignored() {
        return read(new Reading(graph, true, false));
    }

    private Outcome read(Reading reading) {
        List<Thing> roots = new ArrayList<>();
        try {
            for (Step step : graph.steps()) {
                switch (step.verb()) {
                    case "reset" -> reading.reset();
                    case "unshared" -> roots.add(reading.unshared(step.node()));
                    default -> roots.add(reading.shared(step.node()));
                }
            }
        } catch (Reading.Refused refused) {
            return new Outcome("writer: dev.instancepatch.PatchException NOT_CARRIED", true);
        }
        return new Outcome(
                reading.readable() ? Thing.describe(roots) : "reader: java.io.InvalidObjectException -",
                reading.carries());
    }
}
