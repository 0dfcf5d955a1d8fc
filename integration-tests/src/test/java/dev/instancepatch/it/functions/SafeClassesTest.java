package dev.instancepatch.it.functions;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.travel.Journey;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What this library writes is what its readers take: class files that are well-formed, verified, and name nothing of ours but the API. */
class SafeClassesTest {
    @Test
    void all_code_of_all_functions_passes() {
        Path bundles = Fixtures.compile("bundles");
        FinishedJvm checked = ForkedJvm.withAgent("trust=all")
                .classPath(bundles, Trip.receiver(), Trip.shared(), Journey.harness())
                .run("dev.instancepatch.wire.CheckBundles", Sent.trip().folder())
                .expectSuccess();
        assertFalse(checked.out().contains("REFUSED"), checked::out);
        assertTrue(Integer.parseInt(checked.fact("classes")) > 100, checked::out);
    }
}
