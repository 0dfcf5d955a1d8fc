package dev.instancepatch.parcel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.wire.MaxBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContainerTest {
    private static final byte[] REGULAR = "turkey ".repeat(100).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IRREGULAR = random(100);

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @AfterEach
    void standardLimit() {
        MaxBytes.install(MaxBytes.DEFAULT);
    }

    private static void refused(Code code, String part, Executable action) {
        RefusedPatchException refused = assertThrows(RefusedPatchException.class, action);
        assertEquals(code, refused.code(), refused.getMessage());
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    private static void malformed(String part, byte[] parcel) {
        refused(Code.MALFORMED_PARCEL, part, () -> Container.open(parcel).stream());
        refused(Code.MALFORMED_PARCEL, part, () -> Container.read(new ByteArrayInputStream(parcel)).stream());
    }

    /** Writes a header over what a parcel says, with the checksum that fits. */
    private static byte[] forged(int format, int flags, int length, int plainLength, byte[] content) {
        ByteBuffer parcel = ByteBuffer.allocate(16 + content.length);
        parcel.putShort((short) 0x8950).put((byte) format).put((byte) flags).putInt(length);
        parcel.putInt(plainLength);
        CRC32 crc = new CRC32();
        crc.update(parcel.array(), 0, 12);
        crc.update(content);
        return parcel.putInt((int) crc.getValue()).put(content).array();
    }

    @Test
    void what_is_closed_opens_again() throws IOException {
        for (byte[] stream : new byte[][] {REGULAR, IRREGULAR, {}}) {
            Opened opened = Container.open(Container.close(stream, false));
            assertArrayEquals(stream, opened.stream());
            assertEquals(1, opened.format());
            assertEquals(Container.close(stream, false).length, opened.size());
        }
    }

    @Test
    void what_deflates_well_is_deflated_and_the_rest_is_not() {
        assertTrue(Container.close(REGULAR, false).length < 100);
        assertEquals(IRREGULAR.length + Header.SIZE, Container.close(IRREGULAR, false).length);
    }

    @Test
    void the_header_is_as_its_documentation_says() {
        assertEquals(
                "8950010000000002" + "00000002" + "0dbf8751" + "0102",
                HexFormat.of().formatHex(Container.close(new byte[] {1, 2}, false)));
    }

    @Test
    void parcels_follow_each_other_and_the_rest_of_the_stream_is_left() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Container.close(REGULAR, false));
        out.writeBytes(Container.close(IRREGULAR, false));
        out.write(7);
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        assertArrayEquals(REGULAR, Container.read(in).stream());
        assertArrayEquals(IRREGULAR, Container.read(in).stream());
        assertEquals(7, in.read());
        assertThrows(EOFException.class, () -> Container.read(in));
    }

    @Test
    void every_changed_bit_is_seen() {
        byte[] parcel = Container.close(REGULAR, false);
        for (int bit = 0; bit < parcel.length * 8; bit++) {
            byte[] changed = parcel.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(RefusedPatchException.class, () -> Container.open(changed), "bit " + bit);
        }
    }

    @Test
    void every_shorter_one_is_refused() {
        byte[] parcel = Container.close(REGULAR, false);
        for (int length = 1; length < parcel.length; length++) {
            malformed("it ends", Arrays.copyOf(parcel, length));
        }
        refused(Code.MALFORMED_PARCEL, "it ends", () -> Container.open(new byte[0]));
    }

    @Test
    void a_longer_one_is_refused() {
        byte[] parcel = Container.close(REGULAR, false);
        refused(
                Code.MALFORMED_PARCEL,
                "goes on after its end",
                () -> Container.open(Arrays.copyOf(parcel, parcel.length + 1)));
    }

    @Test
    void something_else_is_refused_and_an_object_stream_by_name() {
        malformed("this is none", REGULAR);
        malformed("ObjectInputStream", HexFormat.of().parseHex("aced0005740003616263000000000000"));
    }

    @Test
    void a_newer_format_is_refused() {
        refused(Code.UNKNOWN_FORMAT, "format 2", () -> Container.open(forged(2, 0, 1, 1, new byte[1])));
        malformed("contradict", forged(0, 0, 1, 1, new byte[1]));
    }

    @Test
    void contradictions_in_the_header_are_refused() {
        malformed("contradict", forged(1, 4, 1, 1, new byte[1]));
        malformed("its signature is none", forged(1, 2, 1, 1, new byte[1]));
        malformed("contradict", forged(1, 0, 1, 2, new byte[1]));
        malformed("contradict", forged(1, 1, 2, 2, new byte[2]));
        malformed("contradict", forged(1, 0, -1, -1, new byte[1]));
        malformed("contradict", forged(1, 1, 1, -2, new byte[1]));
    }

    @Test
    void a_length_above_the_limit_is_refused_before_anything_is_read() {
        MaxBytes.install(699);
        refused(Code.PARCEL_TOO_LARGE, "700 bytes", () -> Container.open(Container.close(REGULAR, false)));
        byte[] head = Arrays.copyOf(forged(1, 0, 700, 700, new byte[0]), 16);
        refused(Code.PARCEL_TOO_LARGE, "699 at most", () -> Container.read(new ByteArrayInputStream(head)));
        MaxBytes.install(700);
        malformed("ends too early", head);
    }

    @Test
    void a_few_bytes_that_promise_many_are_refused() {
        malformed("cannot hold", forged(1, 1, 2, 64 << 20, new byte[2]));
    }

    @Test
    void content_of_another_length_than_it_says_is_refused() {
        byte[] deflated = Deflation.deflate(REGULAR);
        malformed("less than it says", forged(1, 1, deflated.length, REGULAR.length + 1, deflated));
        malformed("more than it says", forged(1, 1, deflated.length, REGULAR.length - 1, deflated));
        byte[] longer = Arrays.copyOf(deflated, deflated.length + 1);
        malformed("more than it says", forged(1, 1, longer.length, REGULAR.length, longer));
        malformed("not deflated", forged(1, 1, 50, 60, new byte[] {(byte) 0xff, 1, 2, 3, 4}.clone(), 50));
    }

    private static byte[] forged(int format, int flags, int length, int plainLength, byte[] start, int size) {
        return forged(format, flags, length, plainLength, Arrays.copyOf(start, size));
    }

    @Test
    void a_limit_is_a_number_from_1_on() {
        assertEquals(5, MaxBytes.parse("5"));
        assertEquals(Integer.MAX_VALUE, MaxBytes.parse("2147483647"));
        for (String none : new String[] {"", "0", "-1", "64m", "2147483648"}) {
            assertEquals(0, MaxBytes.parse(none), none);
        }
    }

    /** Part of the format: parcels of earlier versions are read with it. */
    @Test
    void the_dictionary_stays_as_it_is() {
        CRC32 crc = new CRC32();
        crc.update(StreamDictionary.BYTES);
        assertEquals("840ac669", Long.toHexString(crc.getValue()));
    }
}
