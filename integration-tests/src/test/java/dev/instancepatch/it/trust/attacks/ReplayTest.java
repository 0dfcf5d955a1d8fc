package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static dev.instancepatch.Code.SIGNATURE_INVALID;
import static dev.instancepatch.Code.TARGET_NOT_ALLOWED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A signature is good for what was signed, with all that decides what it will do. */
class ReplayTest {
    private static final Sender HONEST = Sender.honest();

    private static Siege keys;

    @BeforeAll
    static void begin() {
        keys = Siege.of(Key.HONEST.trusting()).honest(HONEST.stream("honest.Farm.turkey"), "HONESThello");
    }

    @AfterAll
    static void end() {
        keys.close();
    }

    @Test
    void a_patch_of_one_class_is_none_of_another() {
        Sent turkey = HONEST.stream("honest.Farm.turkey");
        keys.refuses(SIGNATURE_INVALID, turkey.replaced("zoo.Turkey", "zoo.Pigeon"));
        Sent job = HONEST.stream("honest.Farm.pigeon");
        keys.refuses(SIGNATURE_INVALID, job.replaced("zoo.Pigeon", "zoo.Turkey"));
    }

    @Test
    void a_patch_does_not_land_on_an_object_of_another_class_that_the_stream_chooses() {
        Sent masked = HONEST.stream("honest.Farm.masked");
        keys.says("HONESThello", masked);
        Sent chosen = masked.replaced("\0\6Masked", "\0\6Pigeon");
        keys.refuses(TARGET_NOT_ALLOWED, chosen);
    }

    @Test
    void a_patch_of_one_method_is_none_of_another() {
        Sent turkey = HONEST.stream("honest.Farm.turkey");
        keys.refuses(SIGNATURE_INVALID, turkey.replaced("\0\2hi", "\0\2ho"));
    }

    @Test
    void values_of_another_signed_patch_are_none_of_this_one() {
        for (String format : List.of("patch", "function")) {
            boolean isPatch = format.equals("patch");
            Sent red = HONEST.stream(isPatch ? "honest.Farm.red" : "honest.Farm.redJob");
            Sent other = HONEST.stream(isPatch ? "honest.Farm.new_" : "honest.Farm.newJob");
            assertEquals(1, red.count("red"));
            keys.refuses(SIGNATURE_INVALID, red.replaced("red", "new"));
            keys.refuses(SIGNATURE_INVALID, other.replaced("new", "red"));
            keys.refuses(SIGNATURE_INVALID, red.sealedAs(Key.HONEST, other, Key.HONEST));
            keys.refuses(SIGNATURE_INVALID, other.sealedAs(Key.HONEST, red, Key.HONEST));
        }
    }

    @Test
    void captured_objects_are_signed_with_all_that_is_in_them() {
        Sent listing = HONEST.stream("honest.Farm.listing");
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
                Sent good = isParcel ? HONEST.parcel(method) : HONEST.stream(method);
                Sent evil = isParcel ? impostor.parcel(method) : impostor.stream(method);
                keys.refuses(SIGNATURE_INVALID, evil.sealedAs(Key.ATTACKER, good, Key.HONEST));
                keys.refuses(CODE_NOT_TRUSTED, evil);
                keys.refuses(CODE_NOT_TRUSTED, isParcel ? nobody.parcel(method) : nobody.stream(method));
            }
        }
    }

    @Test
    void one_parcel_s_signature_is_none_of_another() {
        Sent turkey = HONEST.parcel("honest.Farm.turkey");
        Sent job = HONEST.parcel("honest.Farm.job");
        keys.refuses(SIGNATURE_INVALID, turkey.sealedAs(Key.HONEST, job, Key.HONEST));
        keys.refuses(SIGNATURE_INVALID, job.sealedAs(Key.HONEST, turkey, Key.HONEST));
    }

    @Test
    void a_patch_that_an_attacker_adds_takes_the_signature_from_the_object() {
        Sender relay = Sender.with("trust=all", Programs.evil());
        keys.refuses(CODE_NOT_TRUSTED, relay.relay("evil.Mob.addedTo", HONEST.stream("honest.Farm.turkey")));
        keys.refuses(CODE_NOT_TRUSTED, relay.relay("evil.Mob.addedTo", HONEST.parcel("honest.Farm.turkey")));
    }
}
