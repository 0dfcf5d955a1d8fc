package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static dev.instancepatch.Code.NO_AGENT;
import static dev.instancepatch.Code.SIGNATURE_INVALID;
import static dev.instancepatch.Code.UNSAFE_CLASS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A receiver with the runtime alone takes functions, and its gate is the same. */
class WithoutAgentTest {
    private static final List<String> EVIL = List.of("evil.Mob.job", "evil.Mob.held");

    @Test
    void functions_are_refused_as_by_a_receiver_with_the_agent() {
        Sender honest = Sender.honest();
        try (Siege keys = Siege.withoutAgent("trust=" + Key.HONEST.open())
                        .honest(honest.stream("honest.Farm.job"), "HONEST x");
                Siege local = Siege.withoutAgent("trust=local")
                        .honest(honest.stream("honest.Farm.unpatched"), "hellohello")) {
            for (Siege siege : List.of(keys, local)) {
                for (Sender attacker : List.of(Sender.unsigned(), Sender.attacker())) {
                    for (String method : EVIL) {
                        siege.refuses(CODE_NOT_TRUSTED, attacker.stream(method));
                        siege.refuses(CODE_NOT_TRUSTED, attacker.parcel(method));
                    }
                    siege.refuses(CODE_NOT_TRUSTED, attacker.parcel("evil.Mob.loot"));
                    siege.refuses(NO_AGENT, attacker.stream("evil.Mob.turkey"));
                    for (String gadget :
                            List.of("collections6", "collections7", "hashed", "url", "initialised", "lambda")) {
                        byte[] name = gadget.getBytes(US_ASCII);
                        siege.refuses(CODE_NOT_TRUSTED, attacker.of("stream", "forge.Forge.functionCaptured", name));
                        siege.refuses(CODE_NOT_TRUSTED, attacker.of("parcel", "forge.Forge.functionCaptured", name));
                    }
                }
            }
            Sent red = honest.stream("honest.Farm.redJob");
            keys.says("colour red", red);
            keys.refuses(SIGNATURE_INVALID, red.replaced("red", "bad"));
            keys.refuses(
                    SIGNATURE_INVALID, Sender.attacker().stream("evil.Mob.job").claiming(Key.ATTACKER, Key.HONEST));
            keys.refuses(
                    SIGNATURE_INVALID, Sender.attacker().parcel("evil.Mob.loot").claiming(Key.ATTACKER, Key.HONEST));
        }
    }

    @Test
    void code_inside_of_a_signed_object_s_own_stream_is_refused() {
        Sender honest = Sender.honest();
        try (Siege keys =
                Siege.withoutAgent("trust=" + Key.HONEST.open()).honest(honest.stream("honest.Farm.job"), "HONEST x")) {
            byte[] inside = Sender.unsigned().stream("evil.Mob.job").bytes();
            for (String format : List.of("stream", "parcel")) {
                keys.refuses(CODE_NOT_TRUSTED, honest.of(format, "honest.Farm.letterOfFunction", inside));
            }
        }
    }

    @Test
    void what_is_signed_has_to_be_what_received_classes_may_be() {
        Sender honest = Sender.honest();
        Sender insider = Sender.with(Key.HONEST.signing(), Programs.evil(), Programs.forge());
        try (Siege keys =
                Siege.withoutAgent("trust=" + Key.HONEST.open()).honest(honest.stream("honest.Farm.job"), "HONEST x")) {
            keys.refuses(UNSAFE_CLASS, insider.parcel("evil.Mob.loot"));
            keys.refuses(UNSAFE_CLASS, insider.stream("evil.Mob.letIn"));
            String happened = keys.happens(insider.stream("evil.Mob.letInByReflection"));
            assertTrue(happened.contains("[trust-locked]"), happened);
            String after = keys.happens(Sender.attacker().stream("evil.Mob.job"));
            assertTrue(after.startsWith("refused CODE_NOT_TRUSTED; "), after);
        }
    }
}
