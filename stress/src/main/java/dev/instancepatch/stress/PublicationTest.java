package dev.instancepatch.stress;

import dev.instancepatch.Patch;
import dev.instancepatch.Replacement0;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thread that meets a patch meets it whole: the function, and the plain fields it was made with. */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "called before the patch")
@Outcome(id = "42", expect = Expect.ACCEPTABLE, desc = "the patch, with all its function had when it was patched in")
@Outcome(id = "-1", expect = Expect.FORBIDDEN, desc = "the function, without its field")
@State
public class PublicationTest {
    private final Turkey turkey = new Turkey();

    /** Patches. */
    @Actor
    public void patcher() {
        Patch.on(turkey).method("hi", new Answer(42));
    }

    /** Calls. */
    @Actor
    public void caller(I_Result result) {
        result.r1 = turkey.hi();
    }

    /** Its field is neither final nor volatile: only the patch's own publication makes it visible. */
    static class Answer implements Replacement0<Turkey, Integer> {
        private static final long serialVersionUID = 1L;

        private int answer = -1;

        Answer(int answer) {
            this.answer = answer;
        }

        @Override
        public Integer apply(Turkey self) {
            return answer == 0 ? -1 : answer;
        }
    }
}
