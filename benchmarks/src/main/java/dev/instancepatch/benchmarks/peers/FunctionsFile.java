package dev.instancepatch.benchmarks.peers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Streams of one JVM, for another one. */
public final class FunctionsFile {
    /** The system property that names it. */
    public static final String PROPERTY = "functions.file";

    private FunctionsFile() {}

    private static Path path() {
        return Path.of(System.getProperty(PROPERTY));
    }

    static void write(List<byte[]> streams) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(path()))) {
            out.writeInt(streams.size());
            for (byte[] stream : streams) {
                out.writeInt(stream.length);
                out.write(stream);
            }
        }
    }

    static List<byte[]> read() throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path()))) {
            List<byte[]> streams = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                streams.add(in.readNBytes(in.readInt()));
            }
            return streams;
        }
    }
}
