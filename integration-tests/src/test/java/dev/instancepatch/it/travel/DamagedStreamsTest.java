package dev.instancepatch.it.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.ForkedJvm;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that was cut off or changed ends in an exception that readers of streams expect. */
class DamagedStreamsTest {
    @ParameterizedTest
    @ValueSource(strings = {"trust=local", "trust=all"})
    void a_damaged_blob_ends_in_an_exception_of_reading(String options) {
        Journey journey = Journey.begin();
        journey.send("senders.Article");
        FinishedJvm received = Journey.receiver(options)
                .run("receivers.Damage", journey.folder(), "article")
                .expectSuccess();
        expectOnlyExceptionsOfReading(received, options);
    }

    private static void expectOnlyExceptionsOfReading(FinishedJvm received, String what) {
        List<String> unexpected =
                received.out().lines().filter(l -> l.startsWith("unexpected: ")).toList();
        int inputs = Integer.parseInt(received.fact("inputs"));
        System.out.println("Damaged streams read, " + what + ": " + inputs);
        assertTrue(inputs > 3_000, inputs + " inputs");
        assertEquals(List.of(), unexpected, received::out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record-captures-itself",
                "one-external",
                "replaced-captures-itself",
                "proxy-captures-itself",
                "one-enum"
            })
    void a_damaged_blob_of_any_kind_ends_in_an_exception_of_reading(String kind) {
        Journey journey = Journey.begin();
        ForkedJvm.withAgent("enums=carry")
                .classPath(Journey.senders(), Journey.farm(), Journey.harness())
                .run("senders.Kinds", journey.folder())
                .expectSuccess();
        for (String options : List.of("trust=all,enums=carry", "trust=all,enums=carry,refused=strip", "trust=local")) {
            expectOnlyExceptionsOfReading(
                    Journey.receiver(options)
                            .run("receivers.Damage", journey.folder(), kind)
                            .expectSuccess(),
                    kind + " with " + options);
        }
    }
}
