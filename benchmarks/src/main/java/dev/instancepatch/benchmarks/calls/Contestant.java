package dev.instancepatch.benchmarks.calls;

import dev.instancepatch.benchmarks.harness.Work;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Who competes: a kind of bird, with copies of all classes of its own. */
public enum Contestant {
    /** What all others are compared with. The agent is told to leave it alone. */
    PLAIN("plain", "PlainHatchery", false),

    /** The very same once more: how far its ratio is from 1 is the noise. */
    PLAIN_AGAIN("plain, second copy (noise)", "PlainHatchery", false),

    /** The agent may weave the class, and has had no reason to. */
    NOTHING_PATCHED("class in which nothing is patched", "OurHatchery$Nothing", false),

    /** An object beside a patched one. */
    UNPATCHED("unpatched object, another is patched", "OurHatchery$Sibling", false),

    /** The method that is called is patched. */
    PATCHED("patched", "OurHatchery$Patched", true),

    /** The object is patched, the method that is called is not. */
    OTHER_METHOD("patched on another method", "OurHatchery$OtherMethod", false),

    /** What one would write by hand, with nothing in the field. */
    HOOK_EMPTY("hook field, empty", "HookHatchery$Empty", false),

    /** What one would write by hand: {@code if (hook != null) return hook.apply(this)}. */
    HOOKED("hook field, set", "HookHatchery$Hooked", true),

    /** A subclass that passes calls on, but for the one. */
    DECORATOR("decorator", "DecoratorHatchery", true),

    /** A dynamic proxy of the JDK in front of it. */
    PROXY("JDK proxy", "ProxyHatchery", true),

    /** A spy with an answer for the call. */
    MOCKITO_STUBBED("Mockito spy, stubbed", "MockitoHatchery$Stubbed", true),

    /** A spy without one: it calls the real method. */
    MOCKITO_UNSTUBBED("Mockito spy, not stubbed", "MockitoHatchery$Unstubbed", false),

    /** An ordinary object of a class of which there is a spy. */
    MOCKITO_SIBLING("object of a class with a Mockito spy", "MockitoHatchery$Sibling", false),

    /** An object with a metaClass of its own, called by Groovy. */
    GROOVY("Groovy, metaClass of the object", "GroovyHatchery$Changed", true),

    /** An object without one, called by Groovy, whose sibling has one. */
    GROOVY_SIBLING("Groovy, another object has a metaClass", "GroovyHatchery$Sibling", false),

    /** Objects with a hook each, no two of one class. */
    DIFFERENT_HOOKS("hook field, set to different functions", "HookHatchery$Different", true),

    /** The same once more. */
    DIFFERENT_HOOKS_AGAIN("the same, second copy (noise)", "HookHatchery$Different", true),

    /** Objects with a patch each, no two functions of one class. */
    DIFFERENT_PATCHES("patched with different functions", "OurHatchery$Different", true),

    /** The function in its place runs the class's own body. */
    AROUND("around, calling the original", "OurHatchery$Around", false),

    /** An interceptor does. */
    INTERCEPT("intercept, calling the original", "OurHatchery$Intercept", false);

    /** What the agent's option {@code exclude} has to name, so that plain code stays plain. */
    public static final String EXCLUDED_FROM_WEAVING = Copies.EXCLUDED;

    /** Those who are worth a look whatever is called. */
    static final List<Contestant> ESSENTIAL = List.of(
            PLAIN, PLAIN_AGAIN, NOTHING_PATCHED, UNPATCHED, PATCHED, OTHER_METHOD, HOOK_EMPTY, HOOKED, DECORATOR);

    /** Those who have not replaced anything. */
    static final List<Contestant> UNTOUCHED = List.of(PLAIN, PLAIN_AGAIN, NOTHING_PATCHED, UNPATCHED, HOOK_EMPTY);

    /** Those, and whatever is far slower. */
    static final List<Contestant> AND_SLOW = List.copyOf(EnumSet.range(PLAIN, GROOVY_SIBLING));

    /** With a function of another class behind each object, against hooks that are no better off. */
    static final List<Contestant> DIFFERENT = List.of(DIFFERENT_HOOKS, DIFFERENT_HOOKS_AGAIN, DIFFERENT_PATCHES);

    /** Those who run the class's own body in the end. */
    static final List<Contestant> ORIGINALS = List.of(PLAIN, PLAIN_AGAIN, PATCHED, AROUND, INTERCEPT);

    private static final int CHECKED = 10_000;

    private final String title;
    private final String hatchery;
    private final boolean replaced;

    Contestant(String title, String hatchery, boolean replaced) {
        this.title = title;
        this.hatchery = hatchery;
        this.replaced = replaced;
    }

    /** Returns what the report calls it. */
    public String title() {
        return title;
    }

    /** Returns true if it can stand behind a call of this method at all. */
    boolean canDo(Called called) {
        return this != PROXY || called == Called.INTERFACE;
    }

    /** Returns the work of calling so many birds of one class in turn. */
    public Work calling(Called called, int birds) {
        Hatchery hatchery = (Hatchery) copies().make(this.hatchery);
        Object[] hatched = new Object[birds];
        for (int i = 0; i < birds; i++) {
            hatched[i] = hatchery.hatch(called);
        }
        return hatchery.calling(called, hatched);
    }

    /** Returns the work of calling birds in turn, each of a class of its own. */
    Work callingClasses(Called called, int birds) {
        Copies loops = copies();
        Object[] hatched = new Object[birds];
        for (int i = 0; i < birds; i++) {
            hatched[i] = ((Hatchery) new Copies(loops).make(hatchery)).hatch(called);
        }
        return ((Hatchery) loops.make(hatchery)).calling(called, hatched);
    }

    private Copies copies() {
        return new Copies(isOurs(), standIns(), Contestant.class.getClassLoader());
    }

    /** Throws if calls do not return what they must. */
    public void check(Called called, Work work) throws Exception {
        long expected = called.sum(replaced, CHECKED);
        Object sum = work.run(CHECKED);
        if (!Long.valueOf(expected).equals(sum)) {
            throw new IllegalStateException(title + ", " + called.title() + ": " + sum + ", not " + expected);
        }
    }

    private boolean isOurs() {
        return hatchery.startsWith("OurHatchery");
    }

    private Map<String, String> standIns() {
        return hatchery.startsWith("HookHatchery") ? Map.of("Bird", "HookBird") : Map.of();
    }
}
