package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static dev.instancepatch.Code.SIGNATURE_EXPIRED;
import static dev.instancepatch.Code.SIGNATURE_INVALID;
import static dev.instancepatch.Code.WRONG_AUDIENCE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Code is taken if somebody who is trusted has signed it, as it stands there, for this receiver, and for now. */
class SignaturesTest {
    private static final List<String> EVIL = List.of(
            "evil.Mob.turkey", "evil.Mob.job", "evil.Mob.loot", "evil.Mob.flock", "evil.Mob.behind", "evil.Mob.held");

    private static List<Sent> all(Sender sender, List<String> methods) {
        List<Sent> all = new ArrayList<>();
        for (String method : methods) {
            all.add(sender.stream(method));
            all.add(sender.parcel(method));
        }
        return all;
    }

    @Test
    void nobody_s_and_a_stranger_s_code_is_refused() {
        Sender honest = Sender.honest();
        Sender unsigned = Sender.unsigned();
        Sender stranger = Sender.attacker();
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest.stream("honest.Farm.turkey"), "HONESThello");
                Siege local = Siege.of("trust=local").honest(honest.stream("honest.Farm.unpatched"), "hellohello")) {
            for (Siege siege : List.of(keys, local)) {
                all(unsigned, EVIL).forEach(sent -> siege.refuses(CODE_NOT_TRUSTED, sent));
                all(stranger, EVIL).forEach(sent -> siege.refuses(CODE_NOT_TRUSTED, sent));
            }
            all(honest, List.of("honest.Farm.turkey", "honest.Farm.job", "honest.Farm.crate"))
                    .forEach(sent -> local.refuses(CODE_NOT_TRUSTED, sent));
        }
    }

    @Test
    void a_signature_in_somebody_else_s_name_is_none() {
        Sender honest = Sender.honest();
        Sender stranger = Sender.attacker();
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest.parcel("honest.Farm.job"), "HONEST x")) {
            List<Sent> forged =
                    new ArrayList<>(all(stranger, List.of("evil.Mob.turkey", "evil.Mob.job", "evil.Mob.loot")));
            forged.add(stranger.parcel("evil.Mob.flock"));
            Sent good = honest.stream("honest.Farm.turkey");
            Sent goodParcel = honest.parcel("honest.Farm.turkey");
            for (Sent sent : forged) {
                keys.refuses(SIGNATURE_INVALID, sent.claiming(Key.ATTACKER, Key.HONEST));
                keys.refuses(
                        SIGNATURE_INVALID,
                        sent.sealedAs(Key.ATTACKER, sent.isParcel() ? goodParcel : good, Key.HONEST));
            }
        }
    }

    @Test
    void a_signature_without_its_flag_makes_a_parcel_nobody_s() {
        Sender honest = Sender.honest();
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest.parcel("honest.Farm.job"), "HONEST x")) {
            Sent parcel = honest.parcel("honest.Farm.flock");
            Sent unsigned = parcel.put(3, (byte) (parcel.bytes()[3] & ~2)).summed();
            keys.refuses(CODE_NOT_TRUSTED, unsigned.cut(unsigned.sealOf(Key.HONEST)));
        }
    }

    @Test
    void a_signature_that_has_expired_is_refused_whatever_its_date_is_changed_to() throws Exception {
        Sender honest = Sender.honest();
        Sender brief = Sender.honest("expires=PT1S");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest.stream("honest.Farm.turkey"), "HONESThello")) {
            List<Sent> all = all(brief, List.of("honest.Farm.turkey", "honest.Farm.job", "honest.Farm.crate"));
            Thread.sleep(2_100); // a second, and what rounding to seconds may add
            for (Sent sent : all) {
                keys.refuses(SIGNATURE_EXPIRED, sent);
                int expiry = sent.sealOf(Key.HONEST) + 8;
                keys.refuses(SIGNATURE_INVALID, sent.put(expiry, new byte[8]));
                keys.refuses(SIGNATURE_INVALID, sent.put(expiry, (byte) 0, (byte) 1));
            }
        }
    }

    @Test
    void what_was_signed_for_somebody_else_is_refused_whoever_it_is_said_to_be_for() {
        Sender honest = Sender.honest();
        Sender addressed = Sender.honest("audience=bees");
        try (Siege none = Siege.of(Key.HONEST.trusting()).honest(honest.stream("honest.Farm.turkey"), "HONESThello");
                Siege bears = Siege.of(Key.HONEST.trusting() + ",audience=bear")
                        .honest(honest.stream("honest.Farm.turkey"), "HONESThello");
                Siege bees = Siege.of(Key.HONEST.trusting() + ",audience=bees")
                        .honest(addressed.stream("honest.Farm.turkey"), "HONESThello")) {
            for (Sent sent : all(addressed, List.of("honest.Farm.turkey", "honest.Farm.job", "honest.Farm.crate"))) {
                none.refuses(WRONG_AUDIENCE, sent);
                bears.refuses(WRONG_AUDIENCE, sent);
                Sent readdressed = sent.replaced("bees", "bear");
                bears.refuses(SIGNATURE_INVALID, readdressed);
                bees.refuses(SIGNATURE_INVALID, readdressed);
            }
        }
    }
}
