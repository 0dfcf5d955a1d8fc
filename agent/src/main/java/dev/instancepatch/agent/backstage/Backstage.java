package dev.instancepatch.agent.backstage;

import dev.instancepatch.agent.door.DoorInstaller;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the agent may do that an application may not, opened on first use: full-access lookups and the door. */
public final class Backstage {
    private static final Object LOCK = new Object();

    private static volatile @Nullable Instrumentation instrumentation;
    private static volatile @Nullable Supplier<Class<?>> keeperTemplate;
    private static volatile MethodHandles.@Nullable Lookup fullAccess;
    private static volatile boolean warm;

    private Backstage() {}

    /**
     * Called once, at start.
     *
     * @param keeper the template of the class that stands behind the door; asked for when the door is needed
     */
    public static void enter(Instrumentation given, Supplier<Class<?>> keeper) {
        instrumentation = given;
        keeperTemplate = keeper;
    }

    /** Returns what the JVM gave the agent at start. */
    public static Instrumentation instrumentation() {
        return Objects.requireNonNull(instrumentation, "the agent has not started");
    }

    /**
     * Opens the JDK to the agent, unless that is done. May be called from inside a transformer: nothing in here loads a class
     * that a transformer of ours waits for.
     */
    public static void open() {
        if (fullAccess == null) {
            synchronized (LOCK) {
                if (fullAccess == null) {
                    fullAccess = openNow();
                }
            }
        }
    }

    private static MethodHandles.Lookup openNow() {
        try {
            MethodHandles.Lookup lookup = DoorInstaller.fullAccess(instrumentation());
            DoorInstaller.install(lookup, Objects.requireNonNull(keeperTemplate).get());
            return lookup;
        } catch (Throwable e) {
            throw new IllegalStateException("the agent cannot open this JDK: " + e, e);
        }
    }

    /**
     * Takes the way through the door once, before a class of the JDK is woven: what it loads and initialises must be there when
     * {@code HashMap.get} takes it.
     */
    public static void warmUpDoor() {
        open();
        if (!warm) {
            DoorInstaller.lookUpNothing(Objects.requireNonNull(fullAccess));
            warm = true;
        }
    }

    /** Returns a lookup with full access to a class. It must not leave the agent. */
    public static MethodHandles.Lookup lookupIn(Class<?> type) {
        open();
        return Objects.requireNonNull(fullAccess).in(type);
    }
}
