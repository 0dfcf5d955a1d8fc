package dev.instancepatch.it.trust.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who comes first makes no difference: an attacker's classes never stand where the honest sender's of the same names belong. */
class RacingTest {
    @Test
    void the_honest_sender_s_work_and_the_attacker_s_never_do_whoever_is_first() {
        Sender honest = Sender.honest();
        Sender impostor = Sender.with(Key.ATTACKER.signing(), Programs.impostor());
        try (Siege siege = Siege.of(Key.HONEST.trusting())) {
            for (String method : List.of("honest.Farm.turkey", "honest.Farm.job", "honest.Farm.crate")) {
                race(siege, method, honest.stream(method), impostor.stream(method));
                race(siege, method, honest.parcel(method), impostor.parcel(method));
            }
        }
    }

    private static void race(Siege siege, String method, Sent good, Sent evil) {
        String says = method.endsWith("turkey") ? "HONESThello" : method.endsWith("job") ? "HONEST x" : "HONEST crate";
        siege.honest(Sender.honest().stream("honest.Farm.unpatched"), "hellohello");
        siege.refuses(Code.CODE_NOT_TRUSTED, evil); // comes before anything of the honest sender's
        siege.willBeHonest(good, says);
        assertEquals("{evil refused CODE_NOT_TRUSTED=100, honest says " + says + "=100}", siege.race(evil));
        Sent forged = evil.sealedAs(Key.ATTACKER, good, Key.HONEST);
        assertEquals("{evil refused SIGNATURE_INVALID=100, honest says " + says + "=100}", siege.race(forged));
    }
}
