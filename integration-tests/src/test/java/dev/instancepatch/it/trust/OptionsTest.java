package dev.instancepatch.it.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the agent's options come from: the command line, then properties, then the environment, then a file. */
class OptionsTest {
    private static Journey journey;

    @TempDir
    private Path folder;

    @BeforeAll
    static void send() {
        journey = Journey.begin();
        journey.send("senders.Article");
    }

    private static FinishedJvm read(ForkedJvm receiver) {
        return receiver.run("receivers.Language", journey.folder()).expectSuccess();
    }

    private static boolean trusts(ForkedJvm receiver) {
        return read(receiver).fact("article").equals("SQUAWK");
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("options.properties"), content);
    }

    @Test
    void a_system_property_is_an_option() {
        assertTrue(trusts(Journey.receiver().jvmArgument("-Dinstancepatch.trust=all")));
    }

    @Test
    void a_system_property_that_is_set_after_the_start_changes_nothing() {
        FinishedJvm received = Journey.receiver()
                .run("receivers.LateProperty", journey.folder())
                .expectSuccess();
        assertTrue(received.fact("article").contains("[code-not-trusted]"), received::toString);
    }

    @Test
    void the_environment_is_an_option_too() {
        assertTrue(trusts(Journey.receiver().environment("INSTANCE_PATCH_OPTIONS", "trust=all")));
    }

    @Test
    void a_file_holds_options() throws Exception {
        assertTrue(trusts(Journey.receiver("config=" + file("trust=all\n"))));
    }

    @Test
    void the_command_line_wins_over_the_rest() throws Exception {
        String options = "trust=local,config=" + file("trust=all\n");
        assertTrue(!trusts(Journey.receiver(options)
                .jvmArgument("-Dinstancepatch.trust=all")
                .environment("INSTANCE_PATCH_OPTIONS", "trust=all")));
    }

    @Test
    void a_property_wins_over_environment_and_file() throws Exception {
        assertTrue(trusts(Journey.receiver("config=" + file("trust=local\n"))
                .jvmArgument("-Dinstancepatch.trust=all")
                .environment("INSTANCE_PATCH_OPTIONS", "trust=local")));
    }

    @Test
    void the_environment_wins_over_the_file() throws Exception {
        assertTrue(trusts(Journey.receiver("config=" + file("trust=local\n"))
                .environment("INSTANCE_PATCH_OPTIONS", "trust=all")));
    }

    @Test
    void what_is_not_understood_is_a_warning_that_names_it() {
        FinishedJvm received = read(Journey.receiver("turst=all,trust=everybody,nonsense"));
        assertTrue(received.err().contains("turst"), received::toString);
        assertTrue(received.err().contains("trust=everybody"), received::toString);
        assertTrue(received.err().contains("nonsense"), received::toString);
        assertEquals(
                3,
                received.err()
                        .lines()
                        .filter(line -> line.startsWith("[instance-patch]"))
                        .count(),
                received::toString);
        assertTrue(received.fact("article").contains("[code-not-trusted]"), received::toString);
    }

    @Test
    void options_that_are_understood_print_nothing() {
        String err = read(Journey.receiver(
                        "trust=all,exclude=com.acme.*,enabled=true,audience=farm,expires=7d,captures=refuse"))
                .err();
        assertFalse(err.contains("[instance-patch]"), err);
    }

    @Test
    void enabled_false_leaves_the_jvm_as_it_is() {
        String said = read(Journey.receiver("enabled=false")).fact("article");
        assertTrue(said.contains("[no-agent]"), said);
    }
}
