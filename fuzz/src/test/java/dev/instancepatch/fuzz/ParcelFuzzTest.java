package dev.instancepatch.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.instancepatch.Parcel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32;

/** Whatever bytes a parcel is said to be, in a JVM that has the runtime and nothing else of ours. */
class ParcelFuzzTest {
    private static final List<Object> HONEST = List.of("honest", 42);
    private static final byte[] PARCEL = Parcel.pack(HONEST);

    @FuzzTest(maxDuration = "10m")
    void any_bytes_are_unpacked_or_refused(byte[] parcel) throws IOException {
        read(parcel);
    }

    /** What a checksum keeps from the stream inside, an attacker who can count passes. */
    @FuzzTest(maxDuration = "10m")
    void any_object_stream_in_a_sound_container_is_unpacked_or_refused(byte[] stream) throws IOException {
        read(contained(stream));
    }

    private static void read(byte[] parcel) throws IOException {
        Reading.inOrder(false, () -> Parcel.inspect(parcel).toString());
        Reading.inOrder(false, () -> Parcel.unpack(parcel));
        assertEquals(HONEST, Parcel.unpack(PARCEL));
    }

    private static byte[] contained(byte[] stream) {
        ByteBuffer parcel = ByteBuffer.allocate(16 + stream.length);
        parcel.putShort((short) 0x8950)
                .put((byte) 1)
                .put((byte) 0)
                .putInt(stream.length)
                .putInt(stream.length);
        CRC32 checksum = new CRC32();
        checksum.update(parcel.array(), 0, 12);
        checksum.update(stream);
        return parcel.putInt((int) checksum.getValue()).put(stream).array();
    }
}
