package dev.instancepatch.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.PatchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bit of a key file flipped, and the file cut at every byte: a bad key, or a key as limited as before. */
class DamagedKeysTest {
    private static final byte[] CONTENT = {1, 2, 3};
    private static final byte[] RING = ("Targets: com.acme.*:org.x.Y\nExpires: 2027-01-01T00:00:00Z\n" + Keys.PUBLIC)
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SENDER = Keys.PRIVATE_WITH_MORE.getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private interface Reading {
        void read(Path file) throws IOException;
    }

    /** Returns how often the file could still be read. */
    private int readEach(byte[] whole, Reading reading) throws IOException {
        int read = 0;
        for (int i = 0; i < whole.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) (1 << bit);
                read += read(flipped, reading);
            }
        }
        return read;
    }

    private int read(byte[] content, Reading reading) throws IOException {
        Path file = Files.write(folder.resolve("damaged.pem"), content);
        try {
            reading.read(file);
            return 1;
        } catch (PatchException refused) {
            assertEquals(Code.BAD_KEY, refused.code());
            assertTrue(refused.getMessage().contains("damaged.pem"), refused.getMessage());
            assertFalse(refused.getMessage().contains(Keys.SECRET), refused.getMessage());
            return 0;
        }
    }

    @Test
    void a_flipped_bit_of_a_ring_lifts_no_limit() throws Exception {
        byte[] signature = SigningKey.read(Files.write(folder.resolve("sender.key"), SENDER))
                .sign(CONTENT);
        TrustedKey intact = KeyRing.read(Files.write(folder.resolve("intact.pub"), RING))
                .keys()
                .get(0);
        int read = readEach(RING, file -> {
            List<TrustedKey> keys = KeyRing.read(file).keys();
            assertEquals(1, keys.size());
            TrustedKey key = keys.get(0);
            assertFalse(key.targets().isEmpty());
            assertFalse(key.mayPatch("java.util.ArrayList"));
            assertNotNull(key.expires());
            assertEquals(key.isSameKey(intact), key.verifies(CONTENT, signature));
        });
        assertTrue(read > 100, "flipped bits of names and points are keys, too: " + read);
    }

    @Test
    void a_ring_that_is_cut_off_is_refused() throws Exception {
        for (int length = 0; length < RING.length - 1; length++) {
            assertEquals(0, read(Arrays.copyOf(RING, length), KeyRing::read), "of " + length + " bytes");
        }
    }

    @Test
    void a_flipped_bit_of_a_private_key_gives_a_key_or_a_refusal() throws Exception {
        int read = readEach(SENDER, file -> assertEquals(file, signed(file)));
        assertTrue(read > 100, "flipped bits of the seed are seeds: " + read);
    }

    private static Path signed(Path file) {
        assertEquals(64, SigningKey.read(file).sign(CONTENT).length);
        return file;
    }

    @Test
    void a_private_key_that_is_cut_off_is_refused() throws Exception {
        for (int length = 0; length < SENDER.length - 1; length++) {
            assertEquals(0, read(Arrays.copyOf(SENDER, length), SigningKey::read), "of " + length + " bytes");
        }
    }
}
