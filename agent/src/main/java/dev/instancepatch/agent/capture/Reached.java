package dev.instancepatch.agent.capture;

import dev.instancepatch.refusal.Refusals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses a function that may call what could not be taken along. Classes travel whole, and a method of one that cannot travel is
 * no harm until somebody calls it: the function, or, as far as can be known, the JDK through an interface.
 */
final class Reached {
    private final Map<String, Set<String>> calls = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private final Map<String, List<String>> overrides = new HashMap<>(); // .area()D -> com/acme/Circle.area()D, ...
    private final Map<String, String> from = new HashMap<>(); // how it was reached
    private final Deque<String> pending = new ArrayDeque<>();

    private Reached() {}

    /**
     * Checks a function with the units it uses.
     *
     * @throws dev.instancepatch.PatchException with {@link dev.instancepatch.Code#NOT_CAPTURABLE} and the path to the culprit
     */
    static void check(Program program, List<MadeUnit> units, String function) {
        Reached reached = new Reached();
        Set<MadeUnit> all = new HashSet<>();
        units.forEach(unit -> collect(unit, all));
        reached.calls.putAll(program.calls().calls());
        reached.problems.putAll(program.calls().problems());
        for (MadeUnit unit : all) {
            unit.calls().forEach((method, called) -> reached.calls.merge(method, called, Reached::union));
            reached.problems.putAll(unit.problems());
        }
        if (!reached.problems.isEmpty()) {
            reached.index();
            reached.begin(program.calls().calls().keySet());
            reached.foreign(program);
            reached.follow(function);
        }
    }

    private static void collect(MadeUnit unit, Set<MadeUnit> all) {
        if (all.add(unit)) {
            unit.uses().forEach(used -> collect(used, all));
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private void index() {
        for (Collection<String> keys : List.of(calls.keySet(), problems.keySet())) {
            for (String key : keys) {
                List<String> same = overrides.computeIfAbsent(key.substring(key.indexOf('.')), k -> new ArrayList<>());
                if (!same.contains(key)) {
                    same.add(key);
                }
            }
        }
    }

    private void begin(Collection<String> methods) {
        methods.forEach(method -> reach(method, ""));
    }

    /** Methods that the JDK, or a library, may call: they override one of its own. */
    private void foreign(Program program) {
        for (String method : Set.copyOf(union(calls.keySet(), problems.keySet()))) {
            int dot = method.indexOf('.');
            int parenthesis = method.indexOf('(');
            if (parenthesis > 0
                    && program.overridesForeign(
                            method.substring(0, dot),
                            method.substring(dot + 1, parenthesis),
                            method.substring(parenthesis))) {
                reach(method, "");
            }
            if (method.contains(".<clinit>")) {
                reach(method, "");
            }
        }
    }

    private void reach(String method, String caller) {
        if (from.putIfAbsent(method, caller) == null) {
            pending.add(method);
        }
    }

    private void follow(String function) {
        while (!pending.isEmpty()) {
            String method = pending.remove();
            String problem = problems.get(method);
            if (problem != null) {
                throw Refusals.notCapturable(function, problem, path(method), null);
            }
            for (String called : calls.getOrDefault(method, Set.of())) {
                if (called.startsWith(".")) {
                    overrides.getOrDefault(called, List.of()).forEach(each -> reach(each, method));
                } else {
                    reach(called, method);
                }
            }
        }
    }

    /** Returns for example {@code function → com.acme.Main.shout → com.acme.Main.calls}. */
    private String path(String method) {
        StringBuilder path = new StringBuilder();
        for (String at = method; !at.isEmpty(); at = from.getOrDefault(at, "")) {
            int parenthesis = at.indexOf('(');
            String name = parenthesis < 0 ? at : at.substring(0, parenthesis);
            path.insert(0, " → " + name.replace('/', '.'));
        }
        return "function" + path;
    }
}
