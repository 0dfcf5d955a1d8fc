package dev.instancepatch;

import dev.instancepatch.ParcelReport.PackedBundle;
import dev.instancepatch.ParcelReport.PackedClass;
import dev.instancepatch.ParcelReport.PackedPatch;
import dev.instancepatch.ParcelReport.PackedUnit;
import java.util.List;
import java.util.function.Function;

/** A report for people: one fact a line, and no more lines than somebody reads. */
final class ReportText {
    private static final int MAX_LINES = 100; // of each list
    private static final int MAX_NAME = 200;

    private ReportText() {}

    static String of(ParcelReport report) {
        StringBuilder text = new StringBuilder("parcel: format " + report.formatVersion() + ", " + report.size()
                + " bytes, " + report.inflatedSize() + " inflated"
                + report.keyId().map(id -> ", says it is signed by " + id).orElse(""));
        text.append("\nroot: ").append(report.rootClass().map(ReportText::name).orElse("null"));
        list(text, "classes", report.classes(), ReportText::line);
        list(text, "code", report.bundles(), ReportText::line);
        list(text, "classes that travel", report.units(), ReportText::line);
        list(text, "patches", report.patches(), ReportText::line);
        return text.toString();
    }

    private static <T> void list(StringBuilder text, String title, List<T> all, Function<T, String> line) {
        text.append('\n').append(title).append(": ").append(all.size());
        all.stream().limit(MAX_LINES).forEach(each -> text.append("\n  ").append(line.apply(each)));
        if (all.size() > MAX_LINES) {
            text.append("\n  … ").append(all.size() - MAX_LINES).append(" more");
        }
    }

    private static String line(PackedClass type) {
        return name(type.name()) + ", serialVersionUID " + type.serialVersionUID() + ", objects " + type.objects();
    }

    private static String line(PackedBundle bundle) {
        return bundle.hash() + ": " + name(bundle.declaredType()) + " as " + name(bundle.interfaceName())
                + ", written in "
                + name(bundle.hostClass()) + ", classes " + bundle.classes() + ", class files of Java "
                + (bundle.classFileVersion() - 44) + ", " + bundle.size() + " bytes";
    }

    private static String line(PackedUnit unit) {
        return unit.hash() + ": " + name(String.join(", ", unit.classes())) + ", class files of Java "
                + (unit.classFileVersion() - 44) + ", " + unit.size() + " bytes";
    }

    private static String line(PackedPatch patch) {
        String at = patch.patchedClass().equals(patch.declaringClass())
                ? ""
                : ", declared by " + name(patch.declaringClass());
        return name(patch.patchedClass()) + "." + name(patch.method()) + name(patch.descriptor()) + at + ", by "
                + name(patch.interfaceName()) + " " + patch.bundleHash()
                + patch.reason().map(why -> ", because " + name(why)).orElse("");
    }

    /** Returns a text of the parcel's without control characters, and of a length that fits a line. */
    private static String name(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length() && i < MAX_NAME; i++) {
            char c = text.charAt(i);
            safe.append(c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return text.length() > MAX_NAME ? safe + "…" : safe.toString();
    }
}
