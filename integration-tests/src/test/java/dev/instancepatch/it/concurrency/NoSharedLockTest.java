package dev.instancepatch.it.concurrency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import org.junit.jupiter.api.Test;

/**
 * Callers of patched methods wait for nobody: not for a monitor and not for a lock, neither in what is woven in nor behind it. The JVM
 * says so itself, in a flight recording of four threads that call the same objects.
 */
class NoSharedLockTest {
    private static FinishedJvm calling(String replacement) {
        return ForkedJvm.withAgent()
                .classPath(Fixtures.compile("uncontended"))
                .run("uncontended.Calling", replacement)
                .expectSuccess();
    }

    @Test
    void nobody_waits_on_the_way_to_a_replacement_an_around_or_an_interceptor() {
        assertEquals("[]", calling("unlocked").fact("waited"));
    }

    @Test
    void a_lock_in_a_replacement_would_show() {
        assertEquals("[uncontended.Calling.squawkLocked]", calling("locked").fact("waited"));
    }
}
