package dev.instancepatch.stress;

import dev.instancepatch.Patch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads that patch two methods of one object lose neither patch. */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both patches are in force")
@Outcome(expect = Expect.FORBIDDEN, desc = "a patch was lost")
@State
public class TwoPatchersTest {
    private final Turkey turkey = new Turkey();

    /** Patches one. */
    @Actor
    public void one() {
        Patch.on(turkey).method("hi", self -> 1);
    }

    /** Patches the other. */
    @Actor
    public void other() {
        Patch.on(turkey).method("bye", self -> 2);
    }

    /** Calls both, afterwards. */
    @Arbiter
    public void calls(II_Result result) {
        result.r1 = turkey.hi();
        result.r2 = turkey.bye();
    }
}
