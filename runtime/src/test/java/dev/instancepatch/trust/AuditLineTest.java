package dev.instancepatch.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import org.junit.jupiter.api.Test;

/** One line, whatever a stream has called its classes. */
class AuditLineTest {
    private static String target(String name) {
        return Verdicts.refused(name).target();
    }

    @Test
    void an_accepted_verdict_says_on_what_ground() {
        assertEquals(
                "verdict=accepted basis=key kind=patch target=com.acme.Turkey.hi code=sha256:3f9a0b12 policy=local key=build-2026"
                        + " origin=java.io.ObjectInputStream times=1",
                AuditLine.of(Verdicts.of("com.acme.Turkey.hi", Verdict.Basis.KEY, "build-2026"), null, 1));
    }

    @Test
    void a_refusal_says_its_code_and_leaves_out_what_nobody_knows() {
        Verdict verdict = new Verdict(
                Verdict.Kind.CLASS, "objects of Bird", Verdicts.CODE, Verdict.Policy.KEYS, null, null, null);
        assertEquals(
                "verdict=refused reason=code-not-trusted kind=class target=\"objects of Bird\" code=sha256:3f9a0b12"
                        + " policy=keys times=8",
                AuditLine.of(verdict, Code.CODE_NOT_TRUSTED, 8));
    }

    @Test
    void a_name_cannot_begin_a_line_of_its_own() {
        for (String end : new String[] {"\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\0", "\u001b[2K"}) {
            String line = AuditLine.of(Verdicts.refused("a" + end + "verdict=accepted"), Code.CODE_NOT_TRUSTED, 1);
            assertEquals(1, line.lines().count(), line);
            assertTrue(line.chars().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029), line);
        }
        assertEquals("a\\u000ab", target("a\nb"));
    }

    @Test
    void a_name_cannot_end_its_value() {
        String line = AuditLine.of(Verdicts.refused("a\" verdict=accepted key=\"trusted"), Code.CODE_NOT_TRUSTED, 1);
        assertTrue(line.contains("target=\"a\\u0022 verdict=accepted key=\\u0022trusted\" code="), line);
    }

    @Test
    void a_name_cannot_turn_the_line_around_or_ask_a_logger_for_more() {
        assertEquals("a\\u202eb", target("a\u202eb"));
        assertEquals("$\\u007bjndi:ldap://x\\u007d", target("${jndi:ldap://x}"));
        assertEquals("\\u005cu0041", target("\\u0041"));
        assertEquals("\\ud800", target("\ud800"));
    }

    @Test
    void names_in_any_language_stay_as_they_are() {
        for (String name : new String[] {"com.acme.Größe", "農場.七面鳥.鳴く", "com.acme.Main$1", "a.𝒳"}) {
            assertEquals(name, target(name));
        }
    }

    @Test
    void a_long_name_is_cut_off() {
        assertEquals("x".repeat(300), target("x".repeat(300)));
        assertEquals("x".repeat(300) + "…", target("x".repeat(301)));
        assertFalse(target("\n".repeat(65_535)).length() > 310);
    }
}
