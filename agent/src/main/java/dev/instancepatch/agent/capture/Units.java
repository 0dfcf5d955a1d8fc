package dev.instancepatch.agent.capture;

import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.restore.BundleLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the units of classes that travel whole. Classes that lead to each other are one unit; a class that another only leads to is
 * in a unit of its own, so that it is the same wherever it is used.
 */
final class Units {
    private final ClassPool pool;
    private final ByValue rule;
    private final StaticsReader values;
    private final String function;
    private final Map<String, Set<String>> reached =
            new HashMap<>(); // com/acme/Point -> whatever it leads to, itself too
    private final Map<String, MadeUnit> made = new HashMap<>();

    Units(ClassPool pool, ByValue rule, StaticsReader values, String function) {
        this.pool = pool;
        this.rule = rule;
        this.values = values;
        this.function = function;
    }

    /** Returns the units of these classes, in the order of their names, each once. */
    List<MadeUnit> all(Collection<String> names) {
        List<MadeUnit> units = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            MadeUnit unit = of(name);
            if (!units.contains(unit)) {
                units.add(unit);
            }
        }
        return units;
    }

    /** Returns the unit of a class. */
    MadeUnit of(String name) {
        MadeUnit known = made.get(name);
        if (known == null) {
            ClassUnit received = received(name);
            known = received != null ? new MadeUnit(received, Map.of(), Map.of(), List.of()) : make(name);
            made.put(name, known);
        }
        return known;
    }

    private MadeUnit make(String name) {
        Set<String> leadsTo = reached(name);
        Set<String> together = new TreeSet<>();
        for (String other : leadsTo) {
            if (received(other) == null && reached(other).contains(name)) {
                together.add(other);
            }
        }
        Program program = new Program(pool, rule, leadsTo, function);
        program.enterWhole(List.copyOf(together));
        Set<String> others = new TreeSet<>(program.types());
        others.removeAll(together);
        List<MadeUnit> uses = all(others);
        uses.addAll(statics(program));
        List<ClassImage> images = program.images();
        ClassUnit unit = new ClassUnit(
                images,
                together.size(),
                new byte[0],
                uses.stream().map(MadeUnit::unit).toList());
        MadeUnit result =
                new MadeUnit(unit, program.calls().calls(), program.calls().problems(), uses);
        together.forEach(each -> made.put(each, result));
        return result;
    }

    private @Nullable ClassUnit received(String name) {
        return pool.loader() instanceof BundleLoader loader ? loader.unitExporting(Part.dotted(name)) : null;
    }

    /** Returns the classes that a class leads to, of which there may be objects. */
    private Set<String> reached(String name) {
        Set<String> known = reached.get(name);
        if (known != null) {
            return known;
        }
        Set<String> whole = new HashSet<>(Set.of(name));
        Program program;
        do {
            program = new Program(pool, rule, whole, function);
            program.enterWhole(List.copyOf(new TreeSet<>(whole)));
        } while (whole.addAll(program.types()));
        reached.put(name, whole);
        return whole;
    }

    /** Returns the units of the static fields that a program reads. */
    List<MadeUnit> statics(Program program) {
        List<MadeUnit> units = new ArrayList<>();
        for (List<StaticField> fields : program.statics().together()) {
            ClassUnit unit = StaticHolder.unit(fields, values.read(fields, program));
            units.add(new MadeUnit(unit, Map.of(), Map.of(), List.of()));
        }
        return units;
    }
}
