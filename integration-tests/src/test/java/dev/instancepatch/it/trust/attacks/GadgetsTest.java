package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static dev.instancepatch.Code.SIGNATURE_INVALID;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Objects that act while they are read are never read where they stand in what is refused. Where they stand elsewhere in a stream,
 * they are Java deserialization's affair: a filter's (JEP 290), and none that a gate for code decides.
 */
class GadgetsTest {
    private static final List<String> GADGETS = List.of(
            "collections1",
            "collections2-and-4",
            "collections3",
            "collections5",
            "collections6",
            "collections7",
            "hashed",
            "compared",
            "url",
            "initialised",
            "lambda");

    private static final List<String> PLACES =
            List.of("forge.Forge.functionCaptured", "forge.Forge.patchCaptured", "forge.Forge.tableEntry");

    private static byte[] named(String gadget) {
        return gadget.getBytes(US_ASCII);
    }

    @Test
    void what_refused_code_captured_is_never_read() {
        Sender honest = Sender.honest();
        Sent unpatched = honest.stream("honest.Farm.unpatched");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(unpatched, "hellohello");
                Siege local = Siege.of("trust=local").honest(unpatched, "hellohello")) {
            for (Sender attacker : List.of(Sender.unsigned(), Sender.attacker())) {
                for (String gadget : GADGETS) {
                    for (String place : PLACES) {
                        for (String format : List.of("stream", "parcel")) {
                            Sent sent = attacker.of(format, place, named(gadget));
                            local.refuses(CODE_NOT_TRUSTED, sent);
                            keys.refuses(CODE_NOT_TRUSTED, sent);
                        }
                    }
                }
            }
        }
    }

    @Test
    void nor_is_what_code_captured_whose_signature_is_forged() {
        Sent unpatched = Sender.honest().stream("honest.Farm.unpatched");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(unpatched, "hellohello")) {
            for (String gadget : GADGETS) {
                for (String place : PLACES) {
                    Sent sent = Sender.attacker().of("stream", place, named(gadget));
                    keys.refuses(SIGNATURE_INVALID, sent.claiming(Key.ATTACKER, Key.HONEST));
                }
            }
        }
    }

    /** So that the tests above are worth something. */
    @Test
    void as_the_root_of_a_stream_they_act_as_in_any_jvm_and_do_not_come_through_us() {
        for (String gadget : List.of("collections6", "collections7", "hashed", "compared", "url", "initialised")) {
            try (Siege local = Siege.of("trust=local")) {
                String happened = local.happens(Sender.unsigned().of("stream", "forge.Forge.root", named(gadget)));
                assertTrue(happened.contains("; defined: ; happened: "), happened);
                assertTrue(!happened.endsWith("happened: "), gadget + ": " + happened);
            }
        }
    }
}
