package dev.instancepatch.refusal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Says what was left out because an option allows it, instead of refusing: on the logger {@code dev.instancepatch}, a warning
 * with the refusal's own words, once each. An option chose to go on, so that a stream of a million objects must not become a
 * million lines.
 */
public final class Losses {
    private static final int MAX_REMEMBERED = 1_000;

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]+");
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

    /** A parcel went without a signature. */
    public static void unsigned() {
        say(
                "sign=: a parcel went unsigned, since it holds received code that nobody has signed; this JVM does not answer"
                        + " for that.");
    }

    /** A setting names what cannot be read. */
    public static void ignored(Throwable refusal) {
        say("A setting of this JVM is not in force. ", refusal);
    }

    private static void say(String what, Throwable refusal) {
        say(what + refusal.getMessage());
    }

    private static void say(String words) {
        if (SAID.size() >= MAX_REMEMBERED) {
            SAID.clear(); // rather say something twice than fall silent
        }
        if (SAID.add(sort(words))) {
            System.getLogger("dev.instancepatch").log(System.Logger.Level.WARNING, words);
        }
    }

    /** What happened, without the place in a graph (the line below) and without the code's hash. */
    private static String sort(String words) {
        return HASH.matcher(words.lines().findFirst().orElse(words)).replaceAll("");
    }
}
