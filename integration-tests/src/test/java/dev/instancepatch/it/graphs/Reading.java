package dev.instancepatch.it.graphs;

import dev.instancepatch.it.graphs.Graph.Node;
import dev.instancepatch.it.graphs.Graph.Patching;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One stream of a {@link Model}, written and read at once. */
final class Reading {
    /** The writer refuses: a reader could not resolve what a function captured. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Graph graph;
    private final boolean patched; // the stream has payloads
    private final boolean patching; // the reader applies them
    private final Map<Object, Thing> handles = new HashMap<>(); // by node, or by the name of what a function captured
    private final Map<List<Object>, Thing> payloads = new HashMap<>(); // captured values by class and patch
    private final Map<Integer, Thing> constants = new HashMap<>(); // one of each in a JVM
    private final Set<Integer> unfinished = new HashSet<>(); // begun, and to be had only when all is read
    private final Set<Integer> leaving = new HashSet<>(); // their own payloads are begun
    private int payloadsBegun; // one within the other
    private boolean carries;
    private boolean readable = true;

    Reading(Graph graph, boolean patched, boolean patching) {
        this.graph = graph;
        this.patched = patched;
        this.patching = patching;
    }

    /** True if a payload was met, and the reader did not fail before that. */
    boolean carries() {
        return carries;
    }

    /** False if the reader fails, with or without patches. */
    boolean readable() {
        return readable;
    }

    void reset() {
        handles.clear();
        payloads.clear();
    }

    Thing shared(int index) {
        if (index == Graph.NOTHING) {
            return null;
        }
        if (!handles.containsKey(index)) {
            return read(index, true);
        }
        if (payloadsBegun > 0 && unfinished.contains(index)) {
            throw new Refused();
        }
        return handles.get(index);
    }

    Thing unshared(int index) {
        return read(index, false);
    }

    private Thing read(int index, boolean shared) {
        Node node = graph.nodes().get(index);
        Thing thing = make(node);
        if (shared) {
            handles.put(index, early(node, thing));
        }
        Supplier<Object> answer = null;
        boolean late = shared && (node.kind().isRecord() || node.kind().isReplaced());
        if (late) {
            unfinished.add(index);
        }
        boolean payloadLast = node.kind() == Kind.EXTERNAL;
        if (!payloadLast) {
            answer = payload(index, thing);
        }
        hold(index, node, thing);
        if (payloadLast) {
            answer = payload(index, thing);
        }
        if (late) {
            unfinished.remove(index);
        }
        if (answer != null && patching) {
            thing.answers(answer);
        }
        if (shared) {
            handles.put(index, thing);
        }
        return thing;
    }

    private Thing make(Node node) {
        if (node.kind() == Kind.COLOUR) {
            return constants.computeIfAbsent(
                    node.number(),
                    n -> new Thing("Colour." + List.of("RED", "GREEN", "BLUE").get(n), Arrays.asList(n), () -> n));
        }
        Object own = node.kind() == Kind.SUB ? Integer.valueOf(4) : node.kind() == Kind.ARRAY ? null : node.number();
        Object[] parts = node.kind().leaf() ? new Object[] {node.number()} : new Object[] {node.number(), null, null};
        return new Thing(node.kind().shown(), Arrays.asList(parts), () -> own);
    }

    /** Returns what a reference means that the reader meets before the object is complete. */
    private Thing early(Node node, Thing thing) {
        return switch (node.kind()) {
            case POINT, SEGMENT -> null;
            case REPLACED -> new Thing("Stand", thing.parts(), thing::ownAnswer);
            case LIST_OF -> new Thing("CollSer", List.of(), () -> null);
            default -> thing;
        };
    }

    private void hold(int index, Node node, Thing thing) {
        switch (node.kind()) {
            case LOCAL_DATE, COLOUR -> {}
            case LAX -> {
                thing.parts().set(1, shared(node.a()));
                shared(node.b());
            }
            case INNER -> {
                thing.parts().set(2, shared(node.b()));
                thing.sees(1, behind(index, node.a()), 0);
            }
            case PROXY -> {
                Thing handler = behind(index, node.a(), node.b());
                thing.sees(1, handler, 0);
                thing.sees(2, handler, 1);
            }
            case CUSTOM, OPTIONALLY -> {
                thing.parts().set(2, shared(node.b()));
                thing.parts().set(1, shared(node.a()));
            }
            default -> {
                thing.parts().set(1, shared(node.a()));
                thing.parts().set(2, shared(node.b()));
            }
        }
        if (node.kind() == Kind.LIST_OF) {
            packed(node, thing);
        } else if (node.kind() == Kind.HASH_MAP) {
            thing.reorder(1, 2, 0);
        }
    }

    /** Returns the object that a node holds the others in: an outer object, a handler. It is never unshared. */
    private Thing behind(int index, int... held) {
        String name = "behind " + index;
        if (!handles.containsKey(name)) {
            Thing thing = new Thing("", Arrays.asList(new Object[held.length]), () -> null);
            handles.put(name, thing);
            for (int i = 0; i < held.length; i++) {
                thing.parts().set(i, shared(held[i]));
            }
        }
        return handles.get(name);
    }

    /** List.of takes no nulls: those of the graph are not there, and those that a reader gets fail. */
    private void packed(Node node, Thing thing) {
        boolean a = node.a() != Graph.NOTHING;
        boolean b = node.b() != Graph.NOTHING;
        if ((a && thing.parts().get(1) == null) || (b && thing.parts().get(2) == null)) {
            readable = false;
        }
        thing.withoutNulls();
    }

    /** Returns what the patched object answers, or null if it is not patched. */
    private Supplier<Object> payload(int index, Thing thing) {
        int patch = patched ? graph.patchOf(index) : Graph.NOTHING;
        if (patch == Graph.NOTHING) {
            return null;
        }
        carries |= readable;
        if (!leaving.add(index) && graph.nodes().get(index).kind() == Kind.COLOUR) {
            return null; // within its own payload a constant is its name
        }
        payloadsBegun++;
        Supplier<Object> answer = answer(index, thing, patch);
        payloadsBegun--;
        leaving.remove(index);
        return answer;
    }

    private Supplier<Object> answer(int index, Thing thing, int patch) {
        Patching patching = graph.patches().get(patch);
        switch (patching.function()) {
            case CONSTANT -> {
                return () -> "constant";
            }
            case VALUE -> {
                return () -> "value" + patching.targets().size();
            }
            case SELF, OWN -> {
                return () -> thing;
            }
            case TWO -> {
                Thing other = patching.argument() == index ? thing : shared(patching.argument());
                return () -> new Thing("Array", Arrays.asList(2, thing, other), () -> null);
            }
            case CAPTURE -> {
                Thing captured = patching.argument() == index ? thing : captured(index, patch);
                return () -> captured;
            }
            case LIST -> {
                Thing captured = captured(index, patch);
                return () -> captured;
            }
            default -> {
                String low = graph.patchedBelow(index) ? "low" : String.valueOf(thing.ownAnswer());
                return () -> "around" + low;
            }
        }
    }

    /** Objects of one class that have one function share its payload, once that is complete. */
    private Thing captured(int index, int patch) {
        Node node = graph.nodes().get(index);
        List<Object> key = List.of(node.kind(), node.kind() == Kind.COLOUR ? node.number() : 0, patch);
        if (!payloads.containsKey(key)) {
            Patching patching = graph.patches().get(patch);
            payloads.put(
                    key, patching.function() == Function.LIST ? list(patch, patching) : shared(patching.argument()));
        }
        return payloads.get(key);
    }

    private Thing list(int patch, Patching patching) {
        String name = "list of patch " + patch;
        if (!handles.containsKey(name)) {
            Thing list = new Thing("ArrayList", Arrays.asList(null, null), null);
            list.answers(() -> list.parts().get(0));
            handles.put(name, list);
            list.parts().set(0, shared(patching.targets().get(0)));
            list.parts().set(1, shared(patching.argument()));
        }
        return handles.get(name);
    }
}
