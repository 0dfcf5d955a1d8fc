package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.List;

/** What first patches take, alone and together, and what other threads see of them. */
final class WeavingChapter implements Chapter {
    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("The first patch of a class");
        page.paragraph(
                "The first patch of a method retransforms the class that declares it, which stops all threads of the JVM while it"
                        + " walks all its classes. \"The JVM alone\" retransforms classes that nobody changes. Once in a JVM more is done:"
                        + " median and quartiles of launches. Everything else: of a hundred classes in each JVM.");
        page.table("once in a JVM", "ns", "quartiles");
        rows(launches(launcher, budget, Experiments.FIRST_PATCH), page);
        rows(launches(launcher, budget, Experiments.FIRST_PATCH_PREPARED), page);
        for (Experiments experiment : Experiments.HUNDRED_CLASSES) {
            table(
                    ", one class after the other or in one step",
                    Series.repeated(budget.jvms(), () -> launcher.retransforming(experiment)),
                    page);
        }
        page.paragraph("What another thread sees: the longest gap between two looks at the clock, while that happens.");
        for (Experiments experiment : Experiments.PAUSES) {
            table(
                    ", longest gap in another thread",
                    Series.repeated(budget.jvms(), () -> launcher.withAgent(experiment)),
                    page);
        }
        page.paragraph(
                "A hot loop calls a getter of unpatched objects, while another object of their class gets the class's first patch:"
                        + " the time until its blocks take no more than 1.2 times what they take in the end.");
        List<Measured> loop =
                Series.repeated(budget.jvms(), () -> launcher.withAgent(Experiments.HOT_LOOP_FIRST_PATCH));
        page.table("hot loop", "median", "quartiles");
        rows(loop, page);
    }

    private static List<Measured> launches(Launcher launcher, Budget budget, Experiments experiment) throws Exception {
        List<List<Measured>> launches = new ArrayList<>();
        for (int i = 0; i < budget.launches(); i++) {
            launches.add(launcher.withAgent(experiment));
        }
        List<Measured> rows = new ArrayList<>();
        for (int i = 0; i < launches.get(0).size(); i++) {
            rows.add(Series.ofMedians(launches, i));
        }
        return rows;
    }

    private static void table(String what, List<Measured> measured, Page page) {
        page.table(measured.get(0).group() + what, "ns", "quartiles");
        rows(measured, page);
    }

    private static void rows(List<Measured> measured, Page page) {
        measured.forEach(m -> page.row(m.name(), Series.nanos(m)));
    }
}
