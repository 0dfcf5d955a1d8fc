package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static dev.instancepatch.Code.TOO_MUCH_CODE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassWriter;
import org.junit.jupiter.api.Test;

/** Small streams that would take a receiver's time or memory, which is 256 MiB here. */
class BombsTest {
    private static final String ARRAY = "\0\0\0\1ABCDEFGH";
    private static final String LARGEST = "\177\377\377\377ABCDEFGH";

    private static byte[] named(String gadget) {
        return gadget.getBytes(US_ASCII);
    }

    @Test
    void what_refused_code_captured_takes_neither_time_nor_memory() {
        Sent unpatched = Sender.honest().stream("honest.Farm.unpatched");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(unpatched, "hellohello");
                Siege local = Siege.of("trust=local").honest(unpatched, "hellohello")) {
            for (String bomb : List.of("hash bomb", "deep", "array bomb")) {
                for (String place : List.of("forge.Forge.functionCaptured", "forge.Forge.patchCaptured")) {
                    Sent sent = Sender.unsigned().of("stream", place, named(bomb));
                    Sent armed = bomb.equals("array bomb") ? sent.replaced(ARRAY, LARGEST) : sent;
                    local.refuses(CODE_NOT_TRUSTED, armed);
                    keys.refuses(CODE_NOT_TRUSTED, armed);
                }
            }
        }
    }

    /** Own code is trusted, and its values come from a stranger. */
    @Test
    void what_own_code_captured_is_read_within_limits() {
        Sent unpatched = Sender.honest().stream("honest.Farm.unpatched");
        for (String options : List.of("trust=local", Key.HONEST.trusting())) {
            try (Siege own = Siege.of(options, Programs.forge()).honest(unpatched, "hellohello")) {
                for (String place : List.of("forge.Forge.functionCaptured", "forge.Forge.patchCaptured")) {
                    Sent array = Sender.unsigned().of("stream", place, named("array bomb"));
                    expectReading(own.survives(array.replaced(ARRAY, LARGEST)));
                    expectReading(own.survives(Sender.unsigned().of("stream", place, named("deep"))));
                }
            }
        }
    }

    private static void expectReading(String end) {
        assertTrue(
                Set.of("reading java.io.InvalidClassException", "refused TOO_DEEP")
                        .contains(end),
                end);
    }

    @Test
    void code_that_deflates_to_nearly_nothing_is_refused_before_it_fills_the_memory() {
        Sender insider = Sender.with(Key.HONEST.signing(), Programs.evil(), Programs.forge());
        byte[] host = Crafted.images(Crafted.of("evil/Host"), Crafted.of("evil/Large00", BombsTest::fill));
        Sent unpatched = Sender.honest().stream("honest.Farm.unpatched");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(unpatched, "hellohello");
                Siege all = Siege.of("trust=all").honest(unpatched, "hellohello");
                Siege local = Siege.of("trust=local").honest(unpatched, "hellohello")) {
            for (Sender sender : List.of(Sender.unsigned(), insider)) {
                Sent one = sender.of("stream", "forge.Forge.zipBomb", host);
                List.of(keys, all, local).forEach(siege -> siege.refuses(TOO_MUCH_CODE, one));
            }
            for (String format : List.of("stream", "parcel")) {
                keys.refuses(CODE_NOT_TRUSTED, Sender.unsigned().of(format, "forge.Forge.widening", host));
                local.refuses(CODE_NOT_TRUSTED, Sender.unsigned().of(format, "forge.Forge.widening", host));
            }
            for (String format : List.of("stream", "parcel")) {
                Sent many = insider.of(format, "forge.Forge.zipBombs", host);
                List.of(keys, all, local).forEach(siege -> tooMuch(siege, many));
            }
        }
    }

    private static void fill(ClassWriter writer) {
        for (char c = 'A'; c < 'A' + 60; c++) {
            writer.newUTF8(String.valueOf(c).repeat(65_000));
        }
    }

    /** The first ones of many are what they should be. */
    private static void tooMuch(Siege siege, Sent bombs) {
        String end = siege.happens(bombs);
        assertTrue(end.startsWith("refused " + (siege.isLocal() ? CODE_NOT_TRUSTED : TOO_MUCH_CODE) + ";"), end);
    }
}
