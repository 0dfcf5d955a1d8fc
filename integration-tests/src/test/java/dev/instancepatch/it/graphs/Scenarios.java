package dev.instancepatch.it.graphs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Graphs to look at one by one: each kind in each of some situations, and what only some kinds can be in. */
public final class Scenarios {
    /** A $ stands for the kind. */
    private static final Map<String, List<String>> OF_EACH_KIND = new LinkedHashMap<>();

    static {
        situation("patched", "node $ 2 1 2", "node Bean 3 - -", "node Bean 4 - -", "patch around - 0", "write 0");
        situation(
                "among others",
                "node Point 1 - -",
                "node $ 2 0 -",
                "node Array 3 1 4",
                "node $ 2 - 0",
                "node ArrayList 4 1 0",
                "patch constant - 1",
                "write 2",
                "write 3",
                "write 1");
        situation("reached twice", "node $ 1 - -", "node Array 2 0 0", "patch value - 0", "write 1", "write 0");
        situation(
                "with one function for two of them",
                "node $ 1 - -",
                "node $ 2 - -",
                "node Bean 3 - -",
                "patch capture 2 0 1",
                "write 1",
                "write 0",
                "write 2");
        situation("capturing itself", "node $ 1 - -", "patch own - 0", "write 0");
        situation("asked for itself", "node $ 1 - -", "patch self - 0", "write 0");
        situation(
                "capturing itself and a patched object",
                "node $ 1 - 1",
                "node Bean 2 - -",
                "patch two 1 0",
                "patch around - 1",
                "write 0");
        situation("capturing its holder", "node $ 1 - -", "node Bean 2 0 -", "patch capture 1 0", "write 1");
        situation("capturing a list of itself", "node $ 1 - -", "node Bean 2 - -", "patch list 1 0", "write 0");
        situation(
                "captured by a patched object",
                "node $ 1 - -",
                "node Bean 2 - 0",
                "patch capture 0 1",
                "patch constant - 0",
                "write 1");
        situation("in a cycle", "node $ 1 1 -", "node Bean 2 - 0", "patch around - 0 1", "write 0", "write 1");
        situation(
                "in a cycle with the object that it captured",
                "node $ 1 1 -",
                "node Bean 2 - 0",
                "patch capture 1 0",
                "patch capture 0 1",
                "write 1");
        situation(
                "written anew after a reset",
                "node $ 1 1 -",
                "node Bean 2 - -",
                "patch capture 1 0",
                "write 0",
                "reset",
                "write 0");
        situation(
                "written unshared",
                "node $ 1 1 -",
                "node Bean 2 - -",
                "patch two 1 0",
                "unshared 0",
                "write 0",
                "unshared 0");
        situation(
                "twice, each reached by a list that both captured, and again after a reset",
                "node $ 1 - -",
                "node $ 2 - -",
                "patch list 1 0 1",
                "write 0",
                "reset",
                "write 1");
        situation(
                "twice, one captured by both, and unshared",
                "node $ 1 - -",
                "node $ 2 - -",
                "patch capture 1 0 1",
                "write 0",
                "unshared 1");
    }

    private Scenarios() {}

    private static void situation(String name, String... lines) {
        OF_EACH_KIND.put(name, List.of(lines));
    }

    /** Returns all of them by name. */
    public static Map<String, Graph> all() {
        Map<String, Graph> all = new LinkedHashMap<>();
        for (Kind kind : Kind.patchable()) {
            OF_EACH_KIND.forEach((name, lines) -> all.put(kind + ", " + name, graph(lines, kind)));
        }
        all.put(
                "three levels, each patched",
                Graph.of("node Deep 1 1 1", "node Deep 2 - -", "patch levels - 0", "patch own - 1", "write 0"));
        all.put(
                "patched record in a patched record",
                Graph.of(
                        "node Point 1 - -",
                        "node Segment 2 0 0",
                        "node Point 3 1 0",
                        "patch constant - 0 2",
                        "patch two 0 1",
                        "write 2"));
        all.put(
                "refused, where patched lists stand on the way",
                Graph.of("node ListOf 0 - -; node ListOf 0 - -; node ListOf 0 - 0; node ListOf 0 2 -;"
                        + " patch capture 3 1; patch list - 0; patch around - 2; write 1"));
        all.put(
                "all constants of an enum",
                Graph.of(
                        "node Colour 0 - -",
                        "node Colour 1 - -",
                        "node Colour 2 - -",
                        "node Array 3 0 1",
                        "node Array 4 2 3",
                        "patch two 0 0 1",
                        "patch capture 1 2",
                        "write 4"));
        return all;
    }

    private static Graph graph(List<String> lines, Kind kind) {
        return Graph.of(lines.stream().map(line -> line(line, kind)).toArray(String[]::new));
    }

    /** Puts in the kind, and what it can hold: constants and dates hold nothing, and a segment begins with a point. */
    private static String line(String line, Kind kind) {
        if (line.startsWith("node $") && kind.leaf()) {
            return "node " + kind.word() + " 1 - -";
        }
        return (kind == Kind.SEGMENT ? line.replaceFirst("^node \\$ (\\S+) (\\d) .*", "node \\$ $1 - $2") : line)
                .replace("$", kind.word());
    }
}
