package dev.instancepatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.ParcelReport.PackedBundle;
import dev.instancepatch.ParcelReport.PackedClass;
import dev.instancepatch.ParcelReport.PackedPatch;
import dev.instancepatch.ParcelReport.PackedUnit;
import dev.instancepatch.inspect.Inspection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static String text(Inspection inspection) {
        return new ParcelReport(1, 10, 20, Optional.of("0123456789abcdef"), inspection).toString();
    }

    @Test
    void code_and_patches_have_a_line_each() {
        String text = text(new Inspection(
                "farm.Turkey",
                List.of(new PackedClass("farm.Turkey", 7, 1)),
                List.of(new PackedBundle("sha256:ab", "com.acme.Main", "()V", "x.Replacement0", 2, 61, 157)),
                List.of(new PackedUnit("sha256:cd", List.of("com.acme.Main$1", "com.acme.Main$2"), 65, 300)),
                List.of(new PackedPatch(
                        "farm.Turkey", "farm.Bird", "hi", "()V", "x.Replacement0", Optional.of("why"), "sha256:ab"))));
        assertEquals("""
                parcel: format 1, 10 bytes, 20 inflated, says it is signed by 0123456789abcdef
                root: farm.Turkey
                classes: 1
                  farm.Turkey, serialVersionUID 7, objects 1
                code: 1
                  sha256:ab: ()V as x.Replacement0, written in com.acme.Main, classes 2, class files of Java 17, 157 bytes
                classes that travel: 1
                  sha256:cd: com.acme.Main$1, com.acme.Main$2, class files of Java 21, 300 bytes
                patches: 1
                  farm.Turkey.hi()V, declared by farm.Bird, by x.Replacement0 sha256:ab, because why""", text);
    }

    @Test
    void names_from_anybody_do_no_harm_to_a_log() {
        String text = text(new Inspection("a\nroot: b\u001b[2J", List.of(), List.of(), List.of(), List.of()));
        assertTrue(text.contains("root: a\\u000aroot: b\\u001b[2J\n"), text);
        String longName = text(new Inspection("x".repeat(10_000), List.of(), List.of(), List.of(), List.of()));
        assertTrue(longName.length() < 400, longName);
    }

    @Test
    void a_long_list_is_cut() {
        List<PackedClass> many = Collections.nCopies(1_000, new PackedClass("a", 1, 1));
        String text = text(new Inspection("a", many, List.of(), List.of(), List.of()));
        assertTrue(text.contains("classes: 1000\n"), text);
        assertTrue(text.contains("\n  … 900 more\n"), text);
    }
}
