package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sends code on does not make it more trusted than it was. */
class RelayTest {
    private static final Key RELAY = Key.make();
    private static final String SAME = "desk.Clerk.same";
    private static final List<String> EVIL =
            List.of("evil.Mob.turkey", "evil.Mob.job", "evil.Mob.loot", "evil.Mob.flock", "evil.Mob.held");

    @Test
    void a_relay_that_trusts_all_does_not_sign_a_stranger_s_code() {
        Sender relay = Sender.with("trust=all," + RELAY.signing(), Programs.honest());
        try (Siege keys = Siege.of(RELAY.trusting()).honest(relay.stream("honest.Farm.turkey"), "HONESThello")) {
            for (Sender attacker : List.of(Sender.unsigned(), Sender.attacker())) {
                for (String method : EVIL) {
                    keys.refuses(CODE_NOT_TRUSTED, relay.relay(SAME, attacker.stream(method)));
                    keys.refuses(CODE_NOT_TRUSTED, relay.relay(SAME, attacker.parcel(method)));
                }
                keys.refuses(CODE_NOT_TRUSTED, relay.relay("honest.Farm.wrapped", attacker.stream("evil.Mob.job")));
                keys.refuses(CODE_NOT_TRUSTED, relay.relay("honest.Farm.wrapped", attacker.stream("evil.Mob.loot")));
                keys.refuses(
                        CODE_NOT_TRUSTED, relay.relay("honest.Farm.patchedToo", attacker.stream("evil.Mob.turkey")));
            }
        }
    }

    @Test
    void a_relay_without_a_key_passes_signatures_on() {
        Sender honest = Sender.honest();
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest.stream("honest.Farm.turkey"), "HONESThello")) {
            for (String options : List.of("trust=all", Key.HONEST.trusting())) {
                Sender relay = Sender.with(options);
                keys.says("HONESThello", relay.relay(SAME, honest.stream("honest.Farm.turkey")));
                keys.says("colour redhello", relay.relay(SAME, honest.stream("honest.Farm.red")));
                keys.says("words [alpha, gamma]hello", relay.relay(SAME, honest.stream("honest.Farm.listing")));
                keys.says("HONEST x", relay.relay(SAME, honest.stream("honest.Farm.job")));
                keys.says("colour red", relay.relay(SAME, honest.stream("honest.Farm.redJob")));
                keys.says("HONEST crate", relay.relay(SAME, honest.stream("honest.Farm.crate")));
            }
        }
    }

    @Test
    void a_relay_that_changes_a_captured_value_has_no_signature_for_it() {
        Sender honest = Sender.honest();
        Sender relay = Sender.with("trust=all", Programs.forge());
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest.stream("honest.Farm.turkey"), "HONESThello")) {
            Sent bag = honest.stream("honest.Farm.bag");
            keys.says("bag [alpha]hello", relay.relay(SAME, bag));
            keys.refuses(CODE_NOT_TRUSTED, relay.relay("forge.Forge.stuffed", bag));
        }
    }

    @Test
    void a_relay_that_trusts_a_key_refuses_what_is_not_signed_with_it() {
        Sender relay = Sender.with(Key.HONEST.trusting() + "," + RELAY.signing());
        for (String method : EVIL) {
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class, () -> relay.relay(SAME, Sender.attacker().stream(method)));
            assertTrue(String.valueOf(refused.getMessage()).contains("[code-not-trusted]"), refused.getMessage());
        }
    }

    /** Own code that came without a signature, with values that a stranger chose. */
    @Test
    void a_relay_does_not_sign_what_a_stranger_gave_to_its_own_code() {
        Sender stranger = Sender.with("trust=local", Programs.honest());
        Sender relay = Sender.with(Key.HONEST.trusting() + "," + RELAY.signing(), Programs.honest());
        try (Siege keys = Siege.of(RELAY.trusting()).honest(relay.stream("honest.Farm.turkey"), "HONESThello")) {
            keys.refuses(CODE_NOT_TRUSTED, relay.relay(SAME, stranger.stream("honest.Farm.red")));
            keys.refuses(CODE_NOT_TRUSTED, relay.relay(SAME, stranger.parcel("honest.Farm.red")));
        }
    }

    /**
     * A function of its own that is in its memory is its own, wherever its values came from, as any object is: who signs parcels of
     * what strangers sent answers for it.
     */
    @Test
    void a_relay_s_own_functions_are_its_own_whoever_sent_their_values() {
        Sender stranger = Sender.with("trust=local", Programs.honest());
        Sender relay = Sender.with(Key.HONEST.trusting() + "," + RELAY.signing(), Programs.honest());
        try (Siege keys = Siege.of(RELAY.trusting()).honest(relay.stream("honest.Farm.turkey"), "HONESThello")) {
            keys.says("colour red", relay.relay(SAME, stranger.parcel("honest.Farm.redJob")));
            Sent byReference = relay.relay(SAME, stranger.stream("honest.Farm.redJob"));
            assertEquals("reading java.lang.ClassNotFoundException", keys.attack(byReference));
        }
    }
}
