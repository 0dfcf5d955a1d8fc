package dev.instancepatch.it.streams;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.travel.Journey;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.MessageToByteEncoder;
import io.netty.util.ReferenceCounted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.io.serialization.ValidatingObjectInputStream;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.serializer.DefaultSerializer;

/**
 * What a JVM wrote through the streams of libraries, for others to read.
 *
 * @param folder the files
 * @param writer the JVM that wrote them, ended
 */
record Libraries(Path folder, FinishedJvm writer) {
    private static Path[] jars() {
        return Stream.of(
                        ValidatingObjectInputStream.class,
                        SerializationUtils.class,
                        DefaultSerializer.class,
                        LogFactory.class,
                        MessageToByteEncoder.class,
                        ByteBuf.class,
                        Channel.class,
                        ReferenceCounted.class)
                .map(Jars::of)
                .toArray(Path[]::new);
    }

    private static Path[] needed() {
        return Stream.concat(Stream.of(Journey.farm(), Journey.harness()), Stream.of(jars()))
                .toArray(Path[]::new);
    }

    static Libraries written(ForkedJvm jvm, boolean patched) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "journeys")), "libraries")
                    .toAbsolutePath();
            return new Libraries(
                    folder,
                    jvm.classPath(Fixtures.compile("libraries-sender", needed()))
                            .classPath(needed())
                            .run("librarysender.Main", folder, patched ? "patched" : "unpatched")
                            .expectSuccess());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FinishedJvm read(ForkedJvm jvm) {
        return jvm.classPath(Fixtures.compile("libraries-receiver", needed()))
                .classPath(needed())
                .run("libraryreceiver.Main", folder)
                .expectSuccess();
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
