package dev.instancepatch.it.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects, their patches, and how they are written, as numbers: what a {@link Worker} builds and a {@link Model} predicts. As
 * text it is what {@code workers.Spec} says.
 *
 * @param nodes the objects
 * @param patches made in this order: the last one of an object wins
 * @param steps of one stream
 */
public record Graph(List<Node> nodes, List<Patching> patches, List<Step> steps) {
    /** The index of no node: null. */
    public static final int NOTHING = -1;

    /** Fails on what cannot be built. */
    public Graph {
        for (int i = 0; i < nodes.size(); i++) {
            if (!canHold(nodes, i, nodes.get(i).a())
                    || !canHold(nodes, i, nodes.get(i).b())) {
                throw new IllegalArgumentException("node " + i + " cannot hold a node that is made later");
            }
        }
    }

    /** Returns true if the holder can be made after what it holds, or filled later. */
    public static boolean canHold(List<Node> nodes, int holder, int held) {
        return held < holder
                || nodes.get(holder).kind().open()
                || nodes.get(held).kind().open();
    }

    /** An object with a number, which holds up to two others. */
    public record Node(Kind kind, int number, int a, int b) {
        @Override
        public String toString() {
            return "node " + kind.word() + " " + number + " " + word(a) + " " + word(b);
        }
    }

    /** One function, or one for each, for these objects. */
    public record Patching(Function function, int argument, List<Integer> targets) {
        @Override
        public String toString() {
            return "patch " + function.word() + " " + word(argument)
                    + targets.stream().map(t -> " " + t).collect(Collectors.joining());
        }
    }

    /** One call of the stream: {@code write}, {@code unshared}, or {@code reset} of nothing. */
    public record Step(String verb, int node) {
        @Override
        public String toString() {
            return node == NOTHING ? verb : verb + " " + node;
        }
    }

    /** Reads what {@link #toString} writes. */
    public static Graph of(String text) {
        return of(text.split("; "));
    }

    static Graph of(String... lines) {
        List<Node> nodes = new ArrayList<>();
        List<Patching> patches = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "node" ->
                    nodes.add(
                            new Node(Kind.of(words[1]), Integer.parseInt(words[2]), index(words[3]), index(words[4])));
                case "patch" ->
                    patches.add(new Patching(
                            Function.of(words[1]),
                            index(words[2]),
                            Stream.of(words).skip(3).map(Graph::index).toList()));
                default -> steps.add(new Step(words[0], words.length > 1 ? index(words[1]) : NOTHING));
            }
        }
        return new Graph(nodes, patches, steps);
    }

    private static String word(int index) {
        return index == NOTHING ? "-" : Integer.toString(index);
    }

    private static int index(String word) {
        return word.equals("-") ? NOTHING : Integer.parseInt(word);
    }

    /** Returns the index of the patch in force on a node, or {@link #NOTHING}. */
    int patchOf(int node) {
        int last = NOTHING;
        for (int i = 0; i < patches.size(); i++) {
            if (patches.get(i).targets().contains(node)) {
                last = i;
            }
        }
        return last;
    }

    /** True if a patch of these is on a level of its own: {@link Function#LEVELS} on {@link Kind#DEEP}. */
    boolean patchedBelow(int node) {
        return nodes.get(node).kind() == Kind.DEEP
                && patches.stream()
                        .anyMatch(p ->
                                p.function() == Function.LEVELS && p.targets().contains(node));
    }

    @Override
    public String toString() {
        return Stream.of(nodes, patches, steps)
                .flatMap(List::stream)
                .map(Object::toString)
                .collect(Collectors.joining("; "));
    }
}
