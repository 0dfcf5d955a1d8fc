package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Patches of methods that the JDK declares travel with functions that use the application's classes. */
class PlatformMethodsTest {
    private static Journey journey;
    private static FinishedJvm trusting;
    private static FinishedJvm sameApplication;

    @BeforeAll
    static void send_and_receive() {
        journey = Journey.begin();
        journey.send("senders.Platform");
        trusting = receive(Journey.receiver("trust=all"));
        sameApplication = receive(Journey.receiver().classPath(Journey.senders()));
    }

    private static FinishedJvm receive(ForkedJvm receiver) {
        return receiver.run("receivers.Platform", journey.folder()).expectSuccess();
    }

    @Test
    void one_receiver_has_the_functions_and_the_other_lacks_them() {
        assertEquals("no", trusting.fact("has senders.Platform"));
        assertEquals("yes", sameApplication.fact("has senders.Platform"));
    }

    @Test
    void a_toString_inherited_from_Object_travels() {
        assertEquals("gobble hello3", trusting.fact("toString"));
        assertEquals("gobble hello3", sameApplication.fact("toString"));
    }

    @Test
    void the_size_of_an_application_s_ArrayList_travels() {
        assertEquals("42", trusting.fact("size-of-subclass"));
        assertEquals("42", sameApplication.fact("size-of-subclass"));
    }

    @Test
    void a_plain_ArrayList_whose_function_uses_a_library_of_the_class_path_travels() {
        assertEquals("patched hello5", trusting.fact("list"));
    }

    @Test
    void other_objects_stay_as_they_are() {
        assertEquals("true0", trusting.fact("others"));
        assertEquals("true0", sameApplication.fact("others"));
    }

    @Test
    void by_default_a_patched_plain_ArrayList_is_refused_even_with_own_code() {
        String said = sameApplication.fact("list");
        assertTrue(said.startsWith("dev.instancepatch.RefusedPatchException: [target-not-allowed] "), said);
        assertTrue(said.contains("java.util.ArrayList"), said);
    }

    @Test
    void wire_targets_let_a_patched_plain_ArrayList_in() {
        FinishedJvm received =
                receive(Journey.receiver("wire-targets=java.util.*").classPath(Journey.senders()));
        assertEquals("patched hello5", received.fact("list"));
    }
}
