package dev.instancepatch.benchmarks.calls;

import dev.instancepatch.benchmarks.harness.Work;
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
    GROOVY_SIBLING("Groovy, another object has a metaClass", "GroovyHatchery$Sibling", false);

    /** Those of a method that is no matter of the method: few. */
    static final List<Contestant> ESSENTIAL = List.of(
            PLAIN, PLAIN_AGAIN, NOTHING_PATCHED, UNPATCHED, PATCHED, OTHER_METHOD, HOOK_EMPTY, HOOKED, DECORATOR);

    /** Those who have not replaced anything. */
    static final List<Contestant> UNTOUCHED = List.of(PLAIN, PLAIN_AGAIN, NOTHING_PATCHED, UNPATCHED, HOOK_EMPTY);

    /** All. */
    static final List<Contestant> ALL = List.of(values());

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

    /** Returns the work of calling so many birds in turn; it has done some, and their sum was right. */
    public Work calling(Called called, int birds) throws Exception {
        Copies copies = new Copies(isOurs(), standIns(), Contestant.class.getClassLoader());
        Work work = ((Hatchery) copies.make(hatchery)).calling(called, birds);
        check(called, work);
        return work;
    }

    /** Throws if calls do not return what they must. */
    void check(Called called, Work work) throws Exception {
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
