package dev.instancepatch.it;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that stays and answers: each frame on its standard input, a length and as many bytes, with one on its standard output.
 * It ends when its input does. One thread at a time may talk to it.
 */
public final class TalkingJvm implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "watch over talking JVMs");
        thread.setDaemon(true);
        return thread;
    });

    private final List<String> command;
    private final Path err;
    private final Process process;
    private final DataOutputStream to;
    private final DataInputStream from;

    private TalkingJvm(List<String> command, Path err, Process process) {
        this.command = command;
        this.err = err;
        this.process = process;
        this.to = new DataOutputStream(process.getOutputStream());
        this.from = new DataInputStream(process.getInputStream());
    }

    static TalkingJvm start(List<String> command, Map<String, String> environment) {
        try {
            Path err = Files.createTempFile("talking-jvm", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new TalkingJvm(command, err, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a frame. */
    public void send(byte[] frame) {
        try {
            to.writeInt(frame.length);
            to.write(frame);
            to.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Waits for the next answer; fails if the JVM ends or that takes too long, and says what it printed. */
    public byte[] receive() {
        Future<?> limit = WATCH.schedule(process::destroyForcibly, LIMIT_SECONDS, TimeUnit.SECONDS);
        try {
            byte[] answer = new byte[from.readInt()];
            from.readFully(answer);
            return answer;
        } catch (IOException e) {
            throw failure(e);
        } finally {
            limit.cancel(false);
        }
    }

    private AssertionError failure(IOException e) {
        return new AssertionError(this + "\ngave no answer within " + LIMIT_SECONDS + " s\n--- err\n" + said(), e);
    }

    /** Returns all that it has printed to its standard error. */
    public String said() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Ends it. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return String.join(" ", command);
    }
}
