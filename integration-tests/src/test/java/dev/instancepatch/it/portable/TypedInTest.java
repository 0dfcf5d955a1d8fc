package dev.instancepatch.it.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.travel.Journey;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

/** Functions typed into jshell: their classes stand in no jar and no folder. */
class TypedInTest {
    private static void type(JShell shell, String source) {
        List<SnippetEvent> events = shell.eval(source);
        for (SnippetEvent event : events) {
            assertEquals(
                    Status.VALID,
                    event.status(),
                    () -> source + "\n"
                            + shell.diagnostics(event.snippet())
                                    .map(d -> d.getMessage(null))
                                    .toList());
            assertEquals(null, event.exception(), source);
        }
        assertTrue(events.size() > 0, source);
    }

    @Test
    void a_function_typed_in_arrives_with_the_method_and_the_record_that_were_typed_in_before_it() {
        Journey journey = Journey.begin();
        try (JShell shell =
                JShell.builder().remoteVMOptions("-javaagent:" + Jars.agent()).build()) {
            shell.addToClasspath(Jars.agent().toString());
            shell.addToClasspath(Luggage.shared().toString());
            shell.addToClasspath(Journey.farm().toString());
            shell.addToClasspath(Journey.harness().toString());
            type(shell, "String shout(String s) { return s.toUpperCase() + \"!\"; }");
            type(shell, "record Pair(String a, String b) implements java.io.Serializable {}");
            type(shell, "import dev.instancepatch.Portable;");
            type(shell, "import java.util.function.Function;");
            type(
                    shell,
                    "shared.Fn<String, String> f = Portable.function((shared.Fn<String, String>) s ->"
                            + " new Pair(s, shout(s)).toString());");
            type(shell, "new harness.Sending(\"" + journey.folder() + "\").send(\"own-private-static\", () -> f);");
        }
        String said = Luggage.receiver(ForkedJvm.withAgent("trust=all"))
                .run("portablereceivers.Forms", journey.folder())
                .fact("own-private-static");
        assertEquals("Pair[a=a, b=A!]", said);
    }
}
