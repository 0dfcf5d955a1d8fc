package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;
import dev.instancepatch.benchmarks.harness.Work;
import groovy.lang.GroovyClassLoader;
import java.io.IOException;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Birds that have a metaClass. Only Groovy's dynamic calls meet it, so that the loop is Java and the call in it a method that Groovy's
 * compiler has made: one call site, an invokedynamic, as in any Groovy source.
 */
final class GroovyHatchery {
    private GroovyHatchery() {}

    private static GroovyCaller compile(Called called) {
        String call = switch (called) {
            case GETTER, INTERFACE -> called.method() + "()";
            case TWO_ARGUMENTS -> "add(i, 1L)";
            case HALF_NANOSECOND, COLD -> called.method() + "(i)";
        };
        String function = switch (called) {
            case GETTER, INTERFACE -> "{ -> " + Called.REPLACED + " }";
            case TWO_ARGUMENTS -> "{ int a, long b -> a + b }";
            case HALF_NANOSECOND, COLD -> "{ int number -> number + " + Called.REPLACED + " }";
        };
        String source = """
                class Caller implements %s {
                    void change(Object bird) { bird.metaClass.%s = %s }
                    long call(Object bird, int i) { bird.%s }
                }
                """.formatted(GroovyCaller.class.getName(), called.method(), function, call);
        try (GroovyClassLoader loader = new GroovyClassLoader(GroovyCaller.class.getClassLoader())) {
            return (GroovyCaller) InvokerHelper.invokeConstructorOf(loader.parseClass(source), null);
        } catch (IOException e) {
            throw new IllegalStateException("Groovy's loader does not close", e);
        }
    }

    /** Birds that Groovy calls. */
    abstract static class CalledByGroovy extends PlainHatchery {
        @Override
        public final Work calling(Called called, Object[] birds) {
            Object bird = birds[0];
            GroovyCaller caller = compile(called);
            prepare(caller, bird);
            return times -> {
                long sum = 0;
                for (int i = 0; i < times; i++) {
                    sum += caller.call(bird, i);
                }
                return sum;
            };
        }

        abstract void prepare(GroovyCaller caller, Object bird);
    }

    /** The one that is called has a metaClass of its own. */
    public static final class Changed extends CalledByGroovy {
        @Override
        void prepare(GroovyCaller caller, Object bird) {
            caller.change(bird);
        }
    }

    /** Another one has. */
    public static final class Sibling extends CalledByGroovy {
        private final Bird sibling = new Bird();

        @Override
        void prepare(GroovyCaller caller, Object bird) {
            caller.change(sibling);
        }
    }
}
