package dev.instancepatch.benchmarks;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Measured;
import dev.instancepatch.benchmarks.report.Page;
import dev.instancepatch.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bytes: per instance, per patched object, per function, per received bundle. */
final class MemoryChapter implements Chapter {
    private static final String COMPACT = "-XX:+UseCompactObjectHeaders";

    @Override
    public void write(Launcher launcher, Budget budget, Page page) throws Exception {
        page.heading("Memory");
        page.paragraph(
                "Sizes of objects as the JVM tells JOL; everything else is what the JVM uses after garbage collections,"
                        + " before and after (serial collector). Objects that are patched on one method, with one function, within a millisecond share"
                        + " their table.");
        layouts(launcher, page);
        List<Measured> patched = launcher.sized(Experiments.PATCHED_MEMORY, true, List.of());
        List<Measured> compact =
                hasCompactHeaders() ? launcher.sized(Experiments.PATCHED_MEMORY, true, List.of(COMPACT)) : patched;
        for (String group : groups(patched)) {
            page.table(group, hasCompactHeaders() ? new String[] {"bytes", "compact headers"} : new String[] {"bytes"});
            for (int i = 0; i < patched.size(); i++) {
                if (patched.get(i).group().equals(group)) {
                    page.row(
                            patched.get(i).name(),
                            hasCompactHeaders()
                                    ? new String[] {first(patched.get(i)), first(compact.get(i))}
                                    : new String[] {first(patched.get(i))});
                }
            }
        }
        List<Measured> functions = launcher.sized(Experiments.FUNCTION_MEMORY, true, List.of());
        for (String group : groups(functions)) {
            page.table(group + ", bytes each of 1,000", "heap", "metaspace");
            functions.stream()
                    .filter(m -> m.group().equals(group))
                    .forEach(m -> page.row(m.name(), bytes(m.nanos()[0]), bytes(m.nanos()[1])));
        }
        scans(launcher, budget, page);
    }

    private static boolean hasCompactHeaders() {
        return Runtime.version().feature() >= 25;
    }

    private static void layouts(Launcher launcher, Page page) throws Exception {
        Map<String, List<Measured>> columns = new LinkedHashMap<>();
        columns.put("without the agent", launcher.sized(Experiments.LAYOUTS, false, List.of()));
        columns.put("with", launcher.sized(Experiments.LAYOUTS, true, List.of()));
        if (hasCompactHeaders()) {
            columns.put("compact headers, without", launcher.sized(Experiments.LAYOUTS, false, List.of(COMPACT)));
            columns.put("compact headers, with", launcher.sized(Experiments.LAYOUTS, true, List.of(COMPACT)));
        }
        page.table("fields; bytes per instance", columns.keySet().toArray(new String[0]));
        List<Measured> plain = columns.values().iterator().next();
        for (int i = 0; i < plain.size(); i++) {
            int row = i;
            page.row(
                    plain.get(i).name(),
                    columns.values().stream().map(c -> first(c.get(row))).toArray(String[]::new));
        }
    }

    private static List<String> groups(List<Measured> measured) {
        return measured.stream().map(Measured::group).distinct().toList();
    }

    private static void scans(Launcher launcher, Budget budget, Page page) throws Exception {
        List<List<Measured>> plain = new ArrayList<>();
        List<List<Measured>> again = new ArrayList<>();
        List<List<Measured>> agent = new ArrayList<>();
        for (int i = 0; i < budget.launches(); i++) {
            plain.add(launcher.withoutAgent(Experiments.SCAN));
            agent.add(launcher.withAgent(Experiments.SCAN));
            again.add(launcher.withoutAgent(Experiments.SCAN));
        }
        page.paragraph(
                "What larger objects cost where memory is what limits: a loop over a million of them, none patched. Launches"
                        + " take turns, ratios are to the launch without the agent in the same turn.");
        for (int i = 0; i < plain.get(0).size(); i++) {
            Measured base = Series.ofMedians(plain, i);
            page.table("scan of 1,000,000 objects, " + base.name(), "ratio", "quartiles", "ns");
            page.row("without the agent", Series.ratios(base, base), Series.nanos(base));
            row("without, second launch (noise)", Series.ofMedians(again, i), base, page);
            row("with the agent", Series.ofMedians(agent, i), base, page);
        }
    }

    private static void row(String what, Measured measured, Measured base, Page page) {
        page.row(what, Series.ratios(measured, base), Series.nanos(measured));
    }

    private static String first(Measured measured) {
        return bytes(measured.nanos()[0]);
    }

    private static String bytes(double bytes) {
        return String.format(Locale.ROOT, "%,.0f", bytes);
    }
}
