package dev.instancepatch.it.trust.attacks;

import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.TalkingJvm;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A JVM that sends, honest or not. It serves all tests that want one like it. */
final class Sender {
    private static final Pool STARTED = new Pool(8);

    private final TalkingJvm jvm;

    private Sender(TalkingJvm jvm) {
        this.jvm = jvm;
    }

    /** Starts one with options of the agent. */
    static Sender with(String options, Path... classPath) {
        String name = options + List.of(classPath);
        TalkingJvm started = STARTED.get(name);
        if (started == null) {
            started = start(options, classPath);
            STARTED.keep(name, started);
        }
        return new Sender(started);
    }

    private static TalkingJvm start(String options, Path... classPath) {
        return ForkedJvm.withAgent(options)
                .jvmArgument("--add-opens=java.base/java.net=ALL-UNNAMED") // gadgets are made of what is private
                .jvmArgument("--add-opens=java.base/sun.reflect.annotation=ALL-UNNAMED")
                .jvmArgument("--add-opens=java.management/javax.management=ALL-UNNAMED")
                .jvmArgument("-Xss900m") // for graphs that are nested deeply
                .classPath(Programs.desk(), Programs.zoo(), Programs.library())
                .classPath(classPath)
                .talk("desk.Clerk");
    }

    /** Starts one that signs with the honest key. */
    static Sender honest(String... more) {
        return with(options(Key.HONEST.signing(), more), Programs.honest());
    }

    /** Starts one that signs with the attacker's key. */
    static Sender attacker(String... more) {
        return with(options(Key.ATTACKER.signing(), more), Programs.evil(), Programs.forge());
    }

    /** Starts one that signs nothing. */
    static Sender unsigned() {
        return with("trust=local", Programs.evil(), Programs.forge());
    }

    private static String options(String first, String... more) {
        return more.length == 0 ? first : first + "," + String.join(",", more);
    }

    /** Returns what a static method of the fixtures makes, in a stream. */
    Sent stream(String method) {
        return new Sent("stream", ask("stream", method, "", new byte[0]));
    }

    /** Returns it in a parcel. */
    Sent parcel(String method) {
        return new Sent("parcel", ask("parcel", method, "", new byte[0]));
    }

    /** Returns what a method makes of bytes. */
    Sent of(String format, String method, byte[] given) {
        return new Sent(format, ask(format, method, "bytes", given));
    }

    /** Returns what it sends on, having received something. */
    Sent relay(String method, Sent received) {
        return new Sent(received.format(), ask(received.format(), method, received.format(), received.bytes()));
    }

    private byte[] ask(String format, String method, String given, byte[] bytes) {
        int dot = method.lastIndexOf('.');
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(frame)) {
            out.writeUTF(format);
            out.writeUTF(method.substring(0, dot));
            out.writeUTF(method.substring(dot + 1));
            out.writeUTF(given);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jvm.send(frame.toByteArray());
        byte[] answer = jvm.receive();
        if (answer[0] != 0) {
            throw new IllegalStateException(new String(answer, 1, answer.length - 1, StandardCharsets.UTF_8));
        }
        return Arrays.copyOfRange(answer, 1, answer.length);
    }
}
