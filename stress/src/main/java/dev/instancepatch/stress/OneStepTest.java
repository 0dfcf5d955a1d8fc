package dev.instancepatch.stress;

import dev.instancepatch.Patch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** {@code restoreAll} is one step: nobody sees one method restored, and then another one not. */
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both calls came before")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "between the calls")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "both calls came after")
@Outcome(id = "0, 2", expect = Expect.FORBIDDEN, desc = "half of the step was seen")
@State
public class OneStepTest {
    private final Turkey turkey = new Turkey();

    /** Makes a turkey with two patches. */
    public OneStepTest() {
        Patch.on(turkey).method("hi", self -> 1).method("bye", self -> 2);
    }

    /** Restores both. */
    @Actor
    public void restorer() {
        Patch.on(turkey).restoreAll();
    }

    /** Calls one, then the other. */
    @Actor
    public void caller(II_Result result) {
        result.r1 = turkey.hi();
        result.r2 = turkey.bye();
    }
}
