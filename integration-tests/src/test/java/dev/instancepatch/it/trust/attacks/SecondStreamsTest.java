package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static dev.instancepatch.Code.SIGNATURE_INVALID;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream that an object opens while it is read is another stream: who signed the first has not signed that. */
class SecondStreamsTest {
    private static final List<String> EVIL =
            List.of("evil.Mob.turkey", "evil.Mob.job", "evil.Mob.loot", "evil.Mob.flock");

    @Test
    void code_inside_of_a_signed_object_s_own_stream_is_refused() {
        Sender honest = Sender.honest();
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest.stream("honest.Farm.turkey"), "HONESThello")) {
            for (Sender attacker : List.of(Sender.unsigned(), Sender.attacker())) {
                for (String method : EVIL) {
                    byte[] inside = attacker.stream(method).bytes();
                    for (String format : List.of("stream", "parcel")) {
                        keys.refuses(CODE_NOT_TRUSTED, honest.of(format, "honest.Farm.letter", inside));
                        keys.refuses(CODE_NOT_TRUSTED, honest.of(format, "honest.Farm.letterCaptured", inside));
                        keys.refuses(CODE_NOT_TRUSTED, honest.of(format, "honest.Farm.letterOfFunction", inside));
                    }
                }
            }
            Sent forged = Sender.attacker().stream("evil.Mob.job").claiming(Key.ATTACKER, Key.HONEST);
            keys.refuses(SIGNATURE_INVALID, honest.of("parcel", "honest.Farm.letter", forged.bytes()));
            Sent good = honest.stream("honest.Farm.job");
            keys.says("HONESThello", honest.of("parcel", "honest.Farm.letter", good.bytes()));
        }
    }

    @Test
    void code_inside_of_what_own_code_captured_is_refused() {
        Sender nobody = Sender.with("trust=local", Programs.honest());
        Sent own = nobody.stream("honest.Farm.turkey");
        for (String options : List.of("trust=local", Key.HONEST.trusting())) {
            try (Siege siege = Siege.of(options, Programs.honest()).honest(own, "HONESThello")) {
                for (String method : EVIL) {
                    byte[] inside = Sender.unsigned().stream(method).bytes();
                    siege.refuses(CODE_NOT_TRUSTED, nobody.of("stream", "honest.Farm.letterCaptured", inside));
                    siege.refuses(CODE_NOT_TRUSTED, nobody.of("parcel", "honest.Farm.letterCaptured", inside));
                    siege.refuses(CODE_NOT_TRUSTED, nobody.of("stream", "honest.Farm.letterOfFunction", inside));
                }
            }
        }
    }
}
