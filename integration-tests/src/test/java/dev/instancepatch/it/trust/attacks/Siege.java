package dev.instancepatch.it.trust.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.TalkingJvm;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A receiver under attack. After every attack: no class of the attacker's was defined, no canary fired, and what the honest sender
 * sent before is still read, and works.
 */
final class Siege implements AutoCloseable {
    /** Receivers that nobody besieges at the moment. */
    private static final Pool WAITING = new Pool(6);

    private final String name;
    private final TalkingJvm jvm;
    private final Map<String, Integer> ends = new TreeMap<>();
    private String honest = "";
    private int tried;
    private int refused;
    private boolean isSpoiled;

    private Siege(String name, TalkingJvm jvm) {
        this.name = name;
        this.jvm = jvm;
    }

    /** Returns a receiver with options of the agent; it may have been besieged before, to no avail. */
    static Siege of(String options, Path... classPath) {
        return of(options + List.of(classPath), ForkedJvm.withAgent(options).classPath(classPath));
    }

    /** Returns a receiver with the runtime alone, and with a setting. */
    static Siege withoutAgent(String setting) {
        ForkedJvm jvm =
                ForkedJvm.plain().jvmArgument("-Dinstancepatch." + setting).classPath(Jars.runtime());
        return of("no agent, " + setting, jvm);
    }

    private static Siege of(String name, ForkedJvm jvm) {
        TalkingJvm waiting = WAITING.take(name);
        return new Siege(name, waiting == null ? start(jvm) : waiting);
    }

    private static TalkingJvm start(ForkedJvm jvm) {
        return jvm.jvmArgument(Programs.watch())
                .classPath(Programs.desk(), Programs.zoo(), Programs.library())
                .talk("desk.Desk");
    }

    /** Receives what has to go on working, and says what it says. */
    Siege honest(Sent sent, String says) {
        honest = "says " + says;
        assertEquals(honest, ask("honest", sent), this::said);
        return this;
    }

    /** Chooses what has to go on working, and does not receive it yet. */
    void willBeHonest(Sent sent, String says) {
        honest = "says " + says;
        assertEquals("", ask("later", sent));
    }

    /** Attacks, and expects this refusal. */
    void refuses(Code code, Sent attack) {
        assertEquals("refused " + code, attack(attack), this::said);
    }

    /** Attacks, and expects what an honest sender could have sent. */
    void says(String expected, Sent attack) {
        assertEquals("says " + expected, attack(attack), this::said);
    }

    /** Attacks; whatever comes of it is an exception of reading, or something that an honest sender could have sent. */
    String survives(Sent attack) {
        String end = attack(attack);
        assertTrue(!end.startsWith("ERROR"), () -> end + "\n" + said());
        return end;
    }

    /** Attacks; returns what came of it, for whoever expects something else. */
    String attack(Sent attack) {
        return examined("read", attack);
    }

    /** Has something read that is dangerous without us, too; returns what came of it, and what happened. */
    String happens(Sent sent) {
        return happens("read", sent);
    }

    /** Has something read, and not used; returns what came of it, and what happened. */
    String reads(Sent sent) {
        return happens("unused", sent);
    }

    private String happens(String verb, Sent sent) {
        isSpoiled = true;
        String[] lines = ask(verb, sent).split("\n", -1);
        return lines[0] + "; defined: " + lines[1] + "; happened: " + lines[2];
    }

    /** Lets four threads read what is honest, and four the attack. */
    String race(Sent attack) {
        return examined("race", attack);
    }

    private String examined(String verb, Sent attack) {
        tried++;
        boolean wasSpoiled = isSpoiled;
        isSpoiled = true; // unless all is as it was
        String[] lines = ask(verb, attack).split("\n", -1);
        String end = lines[0];
        refused += end.startsWith("refused ") || end.startsWith("reading ") || end.startsWith("{evil refused") ? 1 : 0;
        ends.merge(end.startsWith("ERROR") ? "ERROR" : end.split(" at ")[0], 1, Integer::sum);
        assertEquals("", lines[1], () -> "classes of the attacker were defined; " + end + "\n" + said());
        assertEquals("", lines[2], () -> "something happened; " + end + "\n" + said());
        assertEquals(honest, lines[3], () -> "the honest sender's, after " + end + "\n" + said());
        isSpoiled = wasSpoiled;
        return end;
    }

    private String ask(String verb, Sent sent) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(frame)) {
            out.writeUTF(verb);
            out.writeUTF(sent.format());
            out.write(sent.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jvm.send(frame.toByteArray());
        byte[] answer = jvm.receive();
        String text = new String(answer, 1, answer.length - 1, StandardCharsets.UTF_8);
        assertEquals(0, answer[0], text);
        return text;
    }

    private String said() {
        return name + "\n" + jvm.said();
    }

    boolean isLocal() {
        return name.startsWith("trust=local");
    }

    int tried() {
        return tried;
    }

    int refused() {
        return refused;
    }

    /** Ends the siege, and prints how it went. */
    @Override
    public void close() {
        System.out.println("Attacks, " + name.replaceAll("/[^,:]*/", "").replace("[]", "") + ": tried " + tried
                + ", refused " + refused + ", classes of the attacker defined 0; " + ends);
        if (isSpoiled) {
            jvm.close();
        } else {
            WAITING.keep(name, jvm);
        }
    }
}
