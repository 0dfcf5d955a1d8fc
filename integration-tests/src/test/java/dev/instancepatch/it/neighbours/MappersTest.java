package dev.instancepatch.it.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.thoughtworks.xstream.XStream;
import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import io.github.xstream.mxparser.MXParser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xmlpull.v1.XmlPullParser;

/** What maps objects by their fields and getters sees nothing of ours: Jackson, Gson, XStream, the bean introspector. */
class MappersTest {
    private static FinishedJvm plain;

    private static Path[] libraries() {
        return Stream.of(
                        ObjectMapper.class,
                        JsonParser.class,
                        JsonAutoDetect.class,
                        Gson.class,
                        XStream.class,
                        MXParser.class,
                        XmlPullParser.class)
                .map(Jars::of)
                .toArray(Path[]::new);
    }

    private static FinishedJvm run(ForkedJvm jvm, String main, Object... arguments) {
        return jvm.classPath(Fixtures.compile("mappers", libraries()))
                .classPath(libraries())
                .run(main, arguments)
                .expectSuccess();
    }

    @BeforeAll
    static void runPlain() {
        plain = run(ForkedJvm.plain(), "mappers.Main", "plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unpatched", "patched", "restored"})
    void they_see_what_a_plain_JVM_shows(String how) {
        FinishedJvm woven = run(ForkedJvm.withAgent(), "mappers.Main", how);
        assertEquals(plain.out(), woven.out());
        assertEquals(
                List.of(
                        "extra fields of Student: ",
                        "extra fields of Person: private transient volatile java.lang.Object mappers.Person.$instancePatch",
                        "extra fields of Address: private transient volatile java.lang.Object mappers.Address.$instancePatch"),
                woven.err().lines().filter(l -> l.startsWith("extra")).toList());
    }

    @Test
    void the_plain_JVM_maps_every_property_with_each_of_them() {
        for (String fact : List.of("jackson", "jackson read", "jackson by fields", "gson", "gson read", "xstream")) {
            for (String part : List.of("Ada", "36", "notes", "London", "home")) {
                assertTrue(plain.fact(fact).contains(part), plain::toString);
            }
        }
        assertEquals("address age class name papers school", plain.fact("properties"));
    }

    @Test
    void a_mapper_that_calls_a_patched_getter_gets_the_patch_s_value_for_this_object_only() {
        FinishedJvm jvm = run(ForkedJvm.withAgent(), "mappers.Getter");
        assertEquals("{\"town\":\"Paris\",\"number\":3}", jvm.fact("jackson"));
        assertEquals("{\"town\":\"London\",\"number\":3}", jvm.fact("jackson other"));
        assertEquals("{\"town\":\"London\",\"number\":3}", jvm.fact("gson other"));
    }
}
