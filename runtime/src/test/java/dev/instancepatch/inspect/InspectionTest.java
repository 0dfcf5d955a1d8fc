package dev.instancepatch.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.ParcelReport.PackedClass;
import dev.instancepatch.RefusedPatchException;
import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What streams that the JDK wrote hold. */
class InspectionTest {
    private static Inspection inspect(Object root) throws IOException {
        return Inspection.of(Sample.stream(out -> out.writeObject(root)));
    }

    private static List<String> classes(Inspection inspection) {
        return inspection.classes().stream()
                .map(c -> c.name().replace("dev.instancepatch.inspect.Sample$", "") + " " + c.objects())
                .toList();
    }

    private static int objects(Inspection inspection, Class<?> type) {
        return inspection.classes().stream()
                .filter(c -> c.name().equals(type.getName()))
                .mapToInt(PackedClass::objects)
                .findFirst()
                .orElse(-1);
    }

    @Test
    void a_stream_of_any_kind_is_read_to_its_end() throws IOException {
        for (Object root : Sample.all()) {
            assertEquals(rootName(root), inspect(root).rootClass());
        }
        assertTrue(objects(inspect(Sample.all()), Sample.Pair.class) > 1);
    }

    private static String rootName(Object root) {
        Class<?> type = root instanceof Enum<?> constant ? constant.getDeclaringClass() : root.getClass();
        return java.lang.reflect.Proxy.isProxyClass(type)
                ? "proxy of java.lang.Runnable, java.lang.Comparable"
                : type == java.time.LocalDate.class ? "java.time.Ser" : type.getName();
    }

    @Test
    void null_has_no_class() throws IOException {
        assertNull(inspect(null).rootClass());
    }

    @Test
    void annotations_of_classes_are_read_too() throws IOException {
        for (Object root : Sample.all()) {
            Inspection found = Inspection.of(Sample.annotated(root));
            assertEquals(rootName(root), found.rootClass());
        }
        assertEquals(
                List.of("Custom 1", "Empty 0", "Base 0", "Pair 1", "java.lang.String 0", "[I 1", "java.util.CollSer 1"),
                classes(Inspection.of(Sample.annotated(new Sample.Custom()))));
    }

    @Test
    void objects_are_counted_by_their_class_and_each_once() throws IOException {
        Date date = new Date();
        Inspection found = inspect(new Object[] {date, date, new Date(), new Sample.Empty(), new Sample.Base()});
        assertEquals(List.of("[Ljava.lang.Object; 1", "java.util.Date 2", "Empty 1", "Base 1"), classes(found));
    }

    @Test
    void versions_are_the_sender_s() throws IOException {
        assertEquals(
                List.of(2L, 1L),
                inspect(new Sample.Empty()).classes().stream()
                        .map(PackedClass::serialVersionUID)
                        .toList());
    }

    @Test
    void several_roots_and_bytes_between_them_are_read() throws IOException {
        byte[] stream = Sample.stream(out -> {
            out.writeInt(5);
            out.writeObject(new Sample.Base());
            out.write(new byte[5_000]);
            out.writeUnshared(new Sample.Base());
            out.writeUTF("end");
        });
        assertEquals(2, objects(Inspection.of(stream), Sample.Base.class));
    }

    @Test
    void after_a_reset_classes_are_described_again_and_reported_once() throws IOException {
        byte[] stream = Sample.stream(out -> {
            out.writeObject(new Sample.Base());
            out.reset();
            out.writeObject(new Sample.Base());
        });
        assertEquals(List.of("Base 2"), classes(Inspection.of(stream)));
    }

    @Test
    void an_exception_that_ended_a_write_stands_in_the_stream() throws IOException {
        byte[] stream = Sample.stream(out -> {
            assertThrows(
                    java.io.NotSerializableException.class,
                    () -> out.writeObject(new Object[] {new Sample.Base(), new Object()}));
            out.writeObject(new Sample.Base());
        });
        Inspection found = Inspection.of(stream);
        assertEquals(2, objects(found, Sample.Base.class));
        assertEquals(1, objects(found, java.io.NotSerializableException.class));
    }

    @Test
    void protocol_version_1_is_read_but_for_external_data() throws IOException {
        byte[] stream = Sample.stream(out -> {
            out.useProtocolVersion(ObjectStreamConstants.PROTOCOL_VERSION_1);
            out.writeObject(new Sample.Custom());
        });
        assertEquals(1, objects(Inspection.of(stream), Sample.Custom.class));
        byte[] external = Sample.stream(out -> {
            out.useProtocolVersion(ObjectStreamConstants.PROTOCOL_VERSION_1);
            out.writeObject(new Sample.External());
        });
        RefusedPatchException refused = assertThrows(RefusedPatchException.class, () -> Inspection.of(external));
        assertTrue(refused.getMessage().contains("protocol version 1"), refused.getMessage());
    }

    @Test
    void data_that_does_not_begin_with_the_fields_is_refused() {
        RefusedPatchException refused = assertThrows(RefusedPatchException.class, () -> inspect(new Sample.Unruly()));
        assertTrue(refused.getMessage().contains("writeObject"), refused.getMessage());
    }

    @Test
    void no_graph_is_too_deep_for_the_stack() throws IOException {
        byte[] stream = Nested.arrays(500_000);
        assertEquals(500_001, objects(Inspection.of(stream), Object[].class));
    }

    @Test
    void a_graph_deeper_than_any_stack_is_refused() throws IOException {
        byte[] stream = Nested.arrays(1_000_001);
        RefusedPatchException refused = assertThrows(RefusedPatchException.class, () -> Inspection.of(stream));
        assertEquals(Code.TOO_DEEP, refused.code());
    }

    @Test
    void an_empty_stream_is_refused() throws IOException {
        byte[] stream = Sample.stream(out -> out.writeInt(5));
        RefusedPatchException refused = assertThrows(RefusedPatchException.class, () -> Inspection.of(stream));
        assertTrue(refused.getMessage().contains("empty"), refused.getMessage());
    }

    @Test
    void nothing_is_loaded() throws IOException {
        byte[] stream = Sample.stream(out -> out.writeObject(new Sample.Base()));
        byte[] renamed = new String(stream, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace("Sample$Base", "Sample$Gone")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(
                "dev.instancepatch.inspect.Sample$Gone",
                Objects.requireNonNull(Inspection.of(renamed).rootClass()));
        assertEquals(new ArrayList<>(), Inspection.of(renamed).patches());
    }
}
