package dev.instancepatch.benchmarks.calls.copied;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.withSettings;

import dev.instancepatch.benchmarks.calls.Called;
import org.mockito.Answers;
import org.mockito.Mockito;
import org.mockito.stubbing.Answer;

/** Birds with a spy of Mockito's, of the inline sort; stubbed only, so that they do not collect calls for verification. */
final class MockitoHatchery {
    private MockitoHatchery() {}

    static Bird spy() {
        return Mockito.mock(
                Bird.class,
                withSettings()
                        .spiedInstance(new Bird())
                        .defaultAnswer(Answers.CALLS_REAL_METHODS)
                        .stubOnly());
    }

    static Bird stubbed(Called called) {
        Bird spy = spy();
        Answer<Integer> ofNumber = call -> call.<Integer>getArgument(0) + Called.REPLACED;
        switch (called) {
            case GETTER -> doReturn(Called.REPLACED).when(spy).weight();
            case TWO_ARGUMENTS ->
                doAnswer(call -> call.<Integer>getArgument(0) + call.<Long>getArgument(1))
                        .when(spy)
                        .add(anyInt(), anyLong());
            case HALF_NANOSECOND -> doAnswer(ofNumber).when(spy).mix(anyInt());
            case COLD -> doAnswer(ofNumber).when(spy).body(anyInt());
            case INTERFACE -> doReturn(Called.REPLACED).when(spy).weigh();
        }
        return spy;
    }

    /** Each one is a spy that answers the call. */
    public static final class Stubbed extends PlainHatchery {
        @Override
        public Subject hatch(Called called) {
            return stubbed(called);
        }
    }

    /** Each one is a spy that calls the real method. */
    public static final class Unstubbed extends PlainHatchery {
        @Override
        public Subject hatch(Called called) {
            return spy();
        }
    }

    /** Another one is a spy. */
    public static final class Sibling extends PlainHatchery {
        private Bird sibling = new Bird();

        @Override
        public Subject hatch(Called called) {
            sibling = stubbed(called);
            return new Bird();
        }
    }
}
