package dev.instancepatch.refusal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says what was left out because an option allows it, instead of refusing: on the logger {@code dev.instancepatch}, a warning
 * with the refusal's own words, once each. An option chose to go on, so that a stream of a million objects must not become a
 * million lines.
 */
public final class Losses {
    private static final int MAX_REMEMBERED = 1_000;

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Losses() {}

    /** A writer left patches out ({@code uncarried=drop}). */
    public static void dropped(Throwable refusal) {
        say("uncarried=drop: the object was written without these patches. ", refusal);
    }

    /** A reader delivered an object unpatched ({@code refused=strip}). */
    public static void stripped(Throwable refusal) {
        say("refused=strip: the object was read without its patches. ", refusal);
    }

    private static void say(String what, Throwable refusal) {
        String words = what + refusal.getMessage();
        if (SAID.size() < MAX_REMEMBERED && SAID.add(words)) {
            System.getLogger("dev.instancepatch").log(System.Logger.Level.WARNING, words);
        }
    }
}
