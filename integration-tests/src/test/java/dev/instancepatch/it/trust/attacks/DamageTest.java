package dev.instancepatch.it.trust.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every byte of what was signed matters. */
class DamageTest {
    private static final int SUM = 12;
    private static final int HEADER = 16;

    private final Random random = new Random(20_261_122);

    @Test
    void a_signed_parcel_with_a_byte_changed_or_missing_is_refused() {
        Sender honest = Sender.honest("audience=bees");
        Sent parcel = honest.parcel("honest.Farm.flock");
        try (Siege keys = Siege.of(Key.HONEST.trusting() + ",audience=bees").honest(parcel, "HONESThello; HONEST x")) {
            for (int length = 0; length < parcel.bytes().length; length++) {
                refused(keys.survives(parcel.cut(length)));
            }
            int seal = parcel.sealOf(Key.HONEST);
            for (int at = 0; at < parcel.bytes().length; at++) {
                boolean isHeaderOrSeal = at < HEADER || at >= seal;
                for (int bit = 0; bit < 8; bit++) {
                    if (isHeaderOrSeal || random.nextInt(8) == 0) {
                        damage(keys, parcel.flipped(at, bit), at);
                    }
                }
            }
            assertEquals(keys.tried(), keys.refused());
        }
    }

    private static void damage(Siege keys, Sent damaged, int at) {
        refused(keys.survives(damaged));
        if (at < SUM || at >= HEADER) {
            refused(keys.survives(damaged.summed()));
        }
    }

    private static void refused(String end) {
        assertTrue(end.startsWith("refused ") || end.equals("reading java.io.EOFException"), end);
    }

    @Test
    void a_signed_parcel_with_other_content_is_refused_for_its_signature_where_the_checksum_fits() {
        Sent parcel = Sender.honest().parcel("honest.Farm.flock");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(parcel, "HONESThello; HONEST x")) {
            for (int at = HEADER; at < parcel.sealOf(Key.HONEST); at++) {
                keys.refuses(
                        Code.SIGNATURE_INVALID,
                        parcel.flipped(at, random.nextInt(8)).summed());
            }
        }
    }

    /** Of a plain stream only the patches are signed. Whoever may write to it may leave them out, and write what else he likes. */
    @Test
    void a_signed_patch_in_a_stream_says_what_was_signed_or_is_not_there() {
        stream(
                "honest.Farm.listing",
                "words [alpha, gamma]hello",
                Set.of("words [alpha, gamma]hello", "hellohello")::contains);
    }

    @Test
    void a_signed_function_in_a_stream_does_what_was_signed_or_is_refused() {
        stream("honest.Farm.redJob", "colour red", "colour red"::equals);
    }

    /** The class is signed; fields of the stream's objects are not, unless a function captured them. */
    @Test
    void a_signed_class_in_a_stream_is_the_one_that_was_signed_or_is_refused() {
        stream("honest.Farm.crate", "HONEST crate", end -> end.endsWith(" crate"));
    }

    private void stream(String method, String whole, Predicate<String> allowed) {
        Sent sent = Sender.honest().stream(method);
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(sent, whole)) {
            int seal = sent.sealOf(Key.HONEST);
            int behind = seal + sent.sealLength(seal);
            for (int length = 0; length < sent.bytes().length; length++) {
                expected(keys.survives(sent.cut(length)), allowed, "cut at " + length);
            }
            for (int at = 0; at < sent.bytes().length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    boolean isSeal = at >= seal && at < behind;
                    if (isSeal || random.nextInt(8) == 0) {
                        expected(keys.survives(sent.flipped(at, bit)), allowed, "bit " + bit + " of " + at);
                    }
                }
            }
        }
    }

    private static void expected(String end, Predicate<String> allowed, String what) {
        boolean isRead = end.startsWith("says ");
        assertTrue(isRead ? allowed.test(end.substring(5)) : !end.startsWith("fails "), what + ": " + end);
    }
}
