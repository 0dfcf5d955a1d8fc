package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static dev.instancepatch.Code.SIGNATURE_INVALID;
import static dev.instancepatch.Code.TARGET_NOT_ALLOWED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A signature is good for what was signed, with all that decides what it will do. */
class ReplayTest {
    private static final int BLOCK_HEADER = 2;
    private static final int REFERENCE = 5;

    private static Sender honest;
    private static Siege keys;

    @BeforeAll
    static void begin() {
        honest = Sender.honest();
        keys = Siege.of(Key.HONEST.trusting()).honest(honest.stream("honest.Farm.turkey"), "HONESThello");
    }

    @AfterAll
    static void end() {
        keys.close();
    }

    @Test
    void a_patch_of_one_class_is_none_of_another() {
        Sent turkey = honest.stream("honest.Farm.turkey");
        keys.refuses(SIGNATURE_INVALID, turkey.replaced("zoo.Turkey", "zoo.Pigeon"));
        Sent job = honest.stream("honest.Farm.pigeon");
        keys.refuses(SIGNATURE_INVALID, job.replaced("zoo.Pigeon", "zoo.Turkey"));
    }

    @Test
    void a_patch_does_not_land_on_an_object_of_another_class_that_the_stream_chooses() {
        Sent masked = honest.stream("honest.Farm.masked");
        keys.says("HONESThello", masked);
        Sent chosen = masked.replaced("\0\6Masked", "\0\6Pigeon");
        keys.refuses(TARGET_NOT_ALLOWED, chosen);
    }

    /** The signature holds for what the payload says; what it is attached to says something else. */
    @Test
    void a_patch_does_not_land_on_an_object_of_another_class_that_a_stream_attaches_it_to() {
        Sent both = honest.stream("honest.Farm.both");
        keys.says("HONESThello; HONESThello", both);
        int first = both.sealOf(Key.HONEST);
        int second = both.sealOf(Key.HONEST, first + 1);
        int patched = second - BLOCK_HEADER - 3 * REFERENCE; // then come the declaring class and the code
        Sent resealed = both.put(second, Arrays.copyOfRange(both.bytes(), first, first + both.sealLength(first)));
        keys.refuses(SIGNATURE_INVALID, resealed);
        Set<String> ends = new TreeSet<>();
        for (int handle = 0; handle < 40; handle++) {
            Sent attached = resealed.put(patched, (byte) 0x71, (byte) 0, (byte) 0x7e, (byte) 0, (byte) handle);
            ends.add(keys.survives(attached));
        }
        assertTrue(ends.contains("refused TARGET_NOT_ALLOWED"), ends.toString());
        assertTrue(ends.stream().noneMatch(end -> end.startsWith("says ")), ends.toString());
    }

    @Test
    void a_patch_of_one_method_is_none_of_another() {
        Sent turkey = honest.stream("honest.Farm.turkey");
        keys.refuses(SIGNATURE_INVALID, turkey.replaced("\0\2hi", "\0\2ho"));
    }

    @Test
    void values_of_another_signed_patch_are_none_of_this_one() {
        for (String format : List.of("patch", "function")) {
            boolean isPatch = format.equals("patch");
            Sent red = honest.stream(isPatch ? "honest.Farm.red" : "honest.Farm.redJob");
            Sent other = honest.stream(isPatch ? "honest.Farm.new_" : "honest.Farm.newJob");
            assertEquals(1, red.count("red"));
            keys.refuses(SIGNATURE_INVALID, red.replaced("red", "new"));
            keys.refuses(SIGNATURE_INVALID, other.replaced("new", "red"));
            keys.refuses(SIGNATURE_INVALID, red.sealedAs(Key.HONEST, other, Key.HONEST));
            keys.refuses(SIGNATURE_INVALID, other.sealedAs(Key.HONEST, red, Key.HONEST));
        }
    }

    @Test
    void captured_objects_are_signed_with_all_that_is_in_them() {
        Sent listing = honest.stream("honest.Farm.listing");
        keys.says("words [alpha, gamma]hello", listing);
        keys.refuses(SIGNATURE_INVALID, listing.replaced("alpha", "omega"));
        keys.refuses(SIGNATURE_INVALID, listing.replaced("java.util.ArrayList", "java.util.ArrayLisp"));
    }

    @Test
    void other_code_under_an_old_signature_is_refused_though_its_class_has_the_same_name() {
        Sender impostor = Sender.with(Key.ATTACKER.signing(), Programs.impostor());
        Sender nobody = Sender.with("trust=local", Programs.impostor());
        for (String method : List.of("honest.Farm.turkey", "honest.Farm.job", "honest.Farm.crate")) {
            for (String format : List.of("stream", "parcel")) {
                boolean isParcel = format.equals("parcel");
                Sent good = isParcel ? honest.parcel(method) : honest.stream(method);
                Sent evil = isParcel ? impostor.parcel(method) : impostor.stream(method);
                keys.refuses(SIGNATURE_INVALID, evil.sealedAs(Key.ATTACKER, good, Key.HONEST));
                keys.refuses(CODE_NOT_TRUSTED, evil);
                keys.refuses(CODE_NOT_TRUSTED, isParcel ? nobody.parcel(method) : nobody.stream(method));
            }
        }
    }

    @Test
    void one_parcel_s_signature_is_none_of_another() {
        Sent turkey = honest.parcel("honest.Farm.turkey");
        Sent job = honest.parcel("honest.Farm.job");
        keys.refuses(SIGNATURE_INVALID, turkey.sealedAs(Key.HONEST, job, Key.HONEST));
        keys.refuses(SIGNATURE_INVALID, job.sealedAs(Key.HONEST, turkey, Key.HONEST));
    }

    @Test
    void a_patch_that_an_attacker_adds_takes_the_signature_from_the_object() {
        Sender relay = Sender.with("trust=all", Programs.evil());
        keys.refuses(CODE_NOT_TRUSTED, relay.relay("evil.Mob.addedTo", honest.stream("honest.Farm.turkey")));
        keys.refuses(CODE_NOT_TRUSTED, relay.relay("evil.Mob.addedTo", honest.parcel("honest.Farm.turkey")));
    }
}
