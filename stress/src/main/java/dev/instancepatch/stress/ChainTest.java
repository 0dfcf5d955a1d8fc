package dev.instancepatch.stress;

import dev.instancepatch.Patch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two methods patched in a chain are two steps, seen in their order: whoever sees the second sees the first. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before both")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "between the steps")
@Outcome(id = "2, 1", expect = Expect.ACCEPTABLE, desc = "after both")
@Outcome(id = "2, 0", expect = Expect.FORBIDDEN, desc = "the second step without the first")
@State
public class ChainTest {
    private final Turkey turkey = new Turkey();

    /** Patches one, then the other. */
    @Actor
    public void patcher() {
        Patch.on(turkey).method("hi", self -> 1).method("bye", self -> 2);
    }

    /** Calls the other first. */
    @Actor
    public void caller(II_Result result) {
        result.r1 = turkey.bye();
        result.r2 = turkey.hi();
    }
}
