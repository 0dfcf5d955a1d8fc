package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Objects of named modules, which may keep their packages to themselves. */
class ModulesTest {
    @Test
    void a_function_received_by_value_uses_a_package_that_its_module_does_not_export() {
        Path module = Fixtures.compile("coop");
        Path stream = Journey.begin().folder().resolve("hen");
        ForkedJvm.withAgent()
                .classPath(Fixtures.compile("coop-visitors", module), module)
                .run("coop.inside.Visitor", stream)
                .expectSuccess();
        FinishedJvm received = ForkedJvm.withAgent("trust=all")
                .jvmArgument("--module-path=" + module)
                .run("--module=coop/coop.inside.Main", stream)
                .expectSuccess();
        assertEquals("module coop", received.fact("module"));
        assertEquals("false", received.fact("exported"));
        assertEquals("SQUAWK cluck, hello", received.fact("said"));
    }
}
