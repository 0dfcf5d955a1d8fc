package dev.instancepatch.benchmarks.memory;

import dev.instancepatch.Patch;
import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.table.OverrideTable;
import dev.instancepatch.table.PatchRecord;
import dev.instancepatch.table.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.openjdk.jol.vm.VM;

/** Bytes of heap per patched object: differences of what a JVM uses, a million times the same, and the parts they consist of. */
public final class PatchedExperiment implements Experiment {
    private static final int OBJECTS = 1_000_000;
    private static final int ASIDE = 10_000;

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        Group objects = new Group("patched objects with a slot, bytes of heap each", results);
        withSlots(objects);
        parts(new Group("of which, one method patched", results));
        aside(new Group("patched objects without a slot (java.util.ArrayList), bytes of heap each", results));
    }

    private static void withSlots(Group group) throws Exception {
        Patch.on(new Turkey()).method("hi", self -> "warm").method("bye", self -> "warm");
        Turkey[] turkeys = new Turkey[OBJECTS];
        Used empty = Used.now();
        for (int i = 0; i < OBJECTS; i++) {
            turkeys[i] = new Turkey();
        }
        Used unpatched = Used.now();
        group.say("the object itself, unpatched", unpatched.heapSince(empty, OBJECTS));
        for (Turkey turkey : turkeys) {
            Patch.on(turkey).method("hi", self -> "SQUAWK");
        }
        Used once = Used.now();
        group.say("a patch, one function for all objects", once.heapSince(unpatched, OBJECTS));
        for (Turkey turkey : turkeys) {
            Patch.on(turkey).method("bye", self -> "SQUAWK");
        }
        Used twice = Used.now();
        group.say("a second method patched, one function for all objects", twice.heapSince(once, OBJECTS));
        for (Turkey turkey : turkeys) {
            Patch.on(turkey).restoreAll();
        }
        group.say("restored", Used.now().heapSince(unpatched, OBJECTS));
        for (int i = 0; i < OBJECTS; i++) {
            patchCapturing(turkeys[i], i % 2 == 0 ? "even" : "odd");
        }
        group.say(
                "a patch, a function for each object, which captured a value",
                Used.now().heapSince(unpatched, OBJECTS));
        require(turkeys[0].hi().equals("even") && turkeys[OBJECTS - 1].hi().equals("odd"));
    }

    private static void patchCapturing(Turkey turkey, String said) {
        Patch.on(turkey).method("hi", self -> said);
    }

    private static void parts(Group group) {
        Turkey turkey = new Turkey();
        Patch.on(turkey).method("hi", self -> "SQUAWK");
        OverrideTable table = Objects.requireNonNull(Slots.table(turkey));
        PatchRecord record = table.records().get(0);
        group.say("table", VM.current().sizeOf(table));
        group.say("record of the patch", VM.current().sizeOf(record));
        group.say("its time", VM.current().sizeOf(record.since()));
        group.say("an array of one", VM.current().sizeOf(new Object[1]));
    }

    private static void aside(Group group) throws Exception {
        Patch.on(new ArrayList<String>()).method("size", self -> 1);
        List<ArrayList<String>> lists = new ArrayList<>();
        for (int i = 0; i < ASIDE; i++) {
            lists.add(new ArrayList<>());
        }
        Used unpatched = Used.now();
        for (ArrayList<String> list : lists) {
            Patch.on(list).method("size", self -> 42);
        }
        group.say("a patch, one function for all objects", Used.now().heapSince(unpatched, ASIDE));
        require(lists.get(0).size() == 42 && lists.get(ASIDE - 1).size() == 42);
        double list = VM.current().sizeOf(lists.get(0));
        lists.clear();
        group.say("left when the objects are gone", Used.now().heapSince(unpatched, ASIDE) + list);
    }

    private static void require(boolean patched) {
        if (!patched) {
            throw new IllegalStateException("not patched");
        }
    }

    private record Group(String name, Consumer<Measured> results) {
        void say(String what, double bytes) {
            results.accept(new Measured(name, what, new double[] {bytes}));
        }
    }
}
