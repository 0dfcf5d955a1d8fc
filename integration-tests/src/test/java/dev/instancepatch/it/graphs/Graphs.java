package dev.instancepatch.it.graphs;

import dev.instancepatch.it.graphs.Graph.Node;
import dev.instancepatch.it.graphs.Graph.Patching;
import dev.instancepatch.it.graphs.Graph.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Random graphs of up to eight objects of up to four kinds, with four functions and five steps. They shrink to fewer objects,
 * of earlier kinds, that hold less, and to fewer and simpler patches.
 *
 * <p>Numbers are drawn first, each by itself, and then made to fit one another: what no program could build is left out.
 */
public final class Graphs {
    private static final int MOST_NODES = 8;
    private static final int MOST_KINDS = 4;
    private static final String RESET = "reset";

    private Graphs() {}

    public static Arbitrary<Graph> any() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class).list().ofMinSize(1).ofMaxSize(MOST_KINDS),
                        node().list()
                                .ofMinSize(1)
                                .ofMaxSize(MOST_NODES)
                                .withSizeDistribution(RandomDistribution.uniform()),
                        patching().list().ofMaxSize(4).withSizeDistribution(RandomDistribution.uniform()),
                        step().list().ofMinSize(1).ofMaxSize(5).withSizeDistribution(RandomDistribution.uniform()))
                .as(Graphs::fit);
    }

    private static Arbitrary<Integer> index() {
        return Arbitraries.integers().between(0, MOST_NODES - 1).withDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> indexOrNothing() {
        return Arbitraries.integers()
                .between(Graph.NOTHING, MOST_NODES - 1)
                .withDistribution(RandomDistribution.uniform())
                .shrinkTowards(Graph.NOTHING);
    }

    private static Arbitrary<Drawn> node() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MOST_KINDS - 1),
                        Arbitraries.integers().between(0, 2),
                        indexOrNothing(),
                        indexOrNothing())
                .as(Drawn::new);
    }

    private static Arbitrary<Patching> patching() {
        return Combinators.combine(
                        Arbitraries.of(Function.class),
                        indexOrNothing(),
                        index().list().ofMinSize(1).ofMaxSize(3))
                .as(Patching::new);
    }

    private static Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(6, "write"), Tuple.of(2, "unshared"), Tuple.of(2, RESET)),
                        index())
                .as(Step::new);
    }

    /** A node as it was drawn: a number instead of a kind, so that a graph has several of few kinds. */
    private record Drawn(int kind, int number, int a, int b) {
        Node of(List<Kind> kinds) {
            return new Node(kinds.get(kind % kinds.size()), number, a, b);
        }
    }

    private static Graph fit(List<Kind> kinds, List<Drawn> all, List<Patching> patches, List<Step> steps) {
        List<Node> drawn = all.stream().map(node -> node.of(kinds)).toList();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            Node node = drawn.get(i);
            nodes.add(new Node(
                    node.kind(), node.number(), held(drawn, i, node.a(), true), held(drawn, i, node.b(), false)));
        }
        return new Graph(
                nodes,
                patches.stream()
                        .map(p -> fit(drawn, p))
                        .filter(p -> !p.targets().isEmpty())
                        .toList(),
                IntStream.range(0, steps.size())
                        .mapToObj(i -> fit(drawn, i, steps.get(i)))
                        .toList());
    }

    /** What is written first is an object. */
    private static Step fit(List<Node> nodes, int index, Step drawn) {
        return drawn.verb().equals(RESET) && index > 0
                ? new Step(RESET, Graph.NOTHING)
                : new Step(drawn.verb().equals(RESET) ? "write" : drawn.verb(), existing(nodes, drawn.node()));
    }

    private static int held(List<Node> nodes, int holder, int drawn, boolean first) {
        Kind kind = nodes.get(holder).kind();
        if (drawn == Graph.NOTHING || kind.leaf()) {
            return Graph.NOTHING;
        }
        int held = existing(nodes, drawn);
        boolean wrongType = first && kind == Kind.SEGMENT && nodes.get(held).kind() != Kind.POINT;
        return wrongType || !Graph.canHold(nodes, holder, held) ? Graph.NOTHING : held;
    }

    private static Patching fit(List<Node> nodes, Patching drawn) {
        return new Patching(
                drawn.function(),
                drawn.function().takesArgument() && drawn.argument() != Graph.NOTHING
                        ? existing(nodes, drawn.argument())
                        : Graph.NOTHING,
                drawn.targets().stream()
                        .map(target -> existing(nodes, target))
                        .filter(target -> nodes.get(target).kind() != Kind.ARRAY)
                        .distinct()
                        .toList());
    }

    /** Returns a node that is there; of an enum's constants the first that is the same object. */
    private static int existing(List<Node> nodes, int drawn) {
        Node node = nodes.get(drawn % nodes.size());
        int first = 0;
        while (node.kind() == Kind.COLOUR
                && (nodes.get(first).kind() != Kind.COLOUR || nodes.get(first).number() != node.number())) {
            first++;
        }
        return node.kind() == Kind.COLOUR ? first : drawn % nodes.size();
    }
}
