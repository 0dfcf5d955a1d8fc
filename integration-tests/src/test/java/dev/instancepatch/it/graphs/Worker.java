package dev.instancepatch.it.graphs;

import dev.instancepatch.it.Jdk;
import dev.instancepatch.it.TalkingJvm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JVM that builds, patches, writes, reads and describes graphs: the fixture {@code workers}. What is asked of several at once
 * is sent to all before the first answer is waited for.
 */
public final class Worker implements AutoCloseable {
    private final Jdk jdk;
    private final Sort sort;
    private final TalkingJvm jvm;

    public Worker(Jdk jdk, Sort sort) {
        this.jdk = jdk;
        this.sort = sort;
        this.jvm = sort.start(jdk);
    }

    public Jdk jdk() {
        return jdk;
    }

    public Sort sort() {
        return sort;
    }

    /**
     * What became of what a worker was asked.
     *
     * @param bytes what it wrote, null if it failed or was asked something else
     * @param said the description of what it read; for a failure {@code writer:} or {@code reader:}, class and code
     * @param detail the failure's message
     */
    public record Answer(byte[] bytes, String said, String detail) {
        /** Returns the bytes; fails if there are none. */
        public byte[] expectBytes() {
            if (bytes == null) {
                throw new AssertionError(this);
            }
            return bytes;
        }

        @Override
        public String toString() {
            return said + "\n" + detail;
        }
    }

    public Worker sendPatched(Graph graph) {
        return send('p', graph.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Worker sendUnpatched(Graph graph) {
        return send('u', graph.toString().getBytes(StandardCharsets.UTF_8));
    }

    public Worker sendStream(byte[] stream) {
        return send('r', stream);
    }

    private Worker send(char verb, byte[] content) {
        byte[] frame = new byte[content.length + 1];
        frame[0] = (byte) verb;
        System.arraycopy(content, 0, frame, 1, content.length);
        jvm.send(frame);
        return this;
    }

    /** Waits for the stream that it was asked to write. */
    public Answer written() {
        byte[] answer = jvm.receive();
        return answer[0] == 0
                ? new Answer(Arrays.copyOfRange(answer, 1, answer.length), "", "")
                : failure("writer: ", text(answer));
    }

    /** Waits for what it says of the stream that it was asked to read. */
    public Answer said() {
        byte[] answer = jvm.receive();
        return answer[0] == 0 ? new Answer(null, text(answer), "") : failure("reader: ", text(answer));
    }

    private static Answer failure(String who, String said) {
        String[] lines = said.split("\n", 3);
        return new Answer(null, who + lines[0] + " " + lines[1], lines[2]);
    }

    private static String text(byte[] answer) {
        return new String(answer, 1, answer.length - 1, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        jvm.close();
    }

    @Override
    public String toString() {
        return jdk + " " + sort;
    }
}
