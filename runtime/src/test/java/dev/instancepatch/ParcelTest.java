package dev.instancepatch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.wire.MaxBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Parcels of objects that nobody patched, in a JVM that has the runtime only. */
class ParcelTest {
    /** Fails as its owner says. */
    @SuppressWarnings("serial") // a field of an exception
    static final class Failing implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Exception when;

        Failing(Exception when) {
            this.when = when;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            if (when instanceof IOException e) {
                throw e;
            }
            out.defaultWriteObject();
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            throw (RuntimeException) when;
        }
    }

    private static void refused(Code code, String part, Executable action) {
        Exception refused = assertThrows(Exception.class, action);
        Code actual = refused instanceof PatchException e ? e.code() : ((RefusedPatchException) refused).code();
        assertEquals(code, actual, refused.getMessage());
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    @Test
    void what_is_packed_is_unpacked() throws IOException {
        List<Object> graph = new ArrayList<>(List.of("a", 1, new Date(5), new int[] {1, 2}));
        graph.add(graph);
        List<?> copy = Parcel.unpack(Parcel.pack(graph), List.class);
        assertEquals(graph.subList(0, 3), copy.subList(0, 3));
        assertArrayEquals(new int[] {1, 2}, (int[]) copy.get(3));
        assertSame(copy, copy.get(4));
        assertNull(Parcel.unpack(Parcel.pack(null)));
        assertNull(Parcel.unpack(Parcel.pack(null), String.class));
    }

    @Test
    void parcels_follow_each_other_on_a_stream() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Parcel.write("a", out);
        Parcel.write(null, out);
        Parcel.write(List.of(1), out);
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        assertEquals("a", Parcel.read(in));
        assertNull(Parcel.read(in));
        assertEquals(List.of(1), Parcel.read(in));
        assertThrows(EOFException.class, () -> Parcel.read(in));
    }

    @Test
    void a_stream_gets_all_of_a_parcel_or_nothing() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(PatchException.class, () -> Parcel.write(List.of("a", new Object()), out));
        assertEquals(0, out.size());
    }

    @Test
    void an_object_that_is_not_serializable_is_refused_by_name() {
        refused(Code.NOT_SERIALIZABLE, "java.lang.Object", () -> Parcel.pack(List.of(new Object())));
        assertTrue(
                assertThrows(PatchException.class, () -> Parcel.pack(new Object()))
                                .getCause()
                        instanceof NotSerializableException);
    }

    @Test
    void what_an_object_s_own_writing_throws_comes_through() {
        IOException thrown = new FileNotFoundException();
        assertSame(
                thrown,
                assertThrows(UncheckedIOException.class, () -> Parcel.pack(new Failing(thrown)))
                        .getCause());
        assertSame(
                thrown,
                assertThrows(
                        IOException.class, () -> Parcel.write(new Failing(thrown), OutputStream.nullOutputStream())));
    }

    @Test
    void what_an_object_s_own_reading_throws_comes_through() {
        byte[] parcel = Parcel.pack(new Failing(new IllegalStateException("mine")));
        assertEquals(
                "mine",
                assertThrows(IllegalStateException.class, () -> Parcel.unpack(parcel))
                        .getMessage());
    }

    @Test
    void another_class_than_was_asked_for_is_refused_by_both_names() {
        byte[] parcel = Parcel.pack("text");
        refused(Code.UNEXPECTED_CLASS, "java.lang.String", () -> Parcel.unpack(parcel, Date.class));
        refused(Code.UNEXPECTED_CLASS, "java.util.Date", () -> Parcel.unpack(parcel, Date.class));
    }

    @Test
    void nulls_are_refused() {
        refused(Code.NULL_ARGUMENT, "parcel", () -> Parcel.unpack(null));
        refused(Code.NULL_ARGUMENT, "parcel", () -> Parcel.inspect(null));
        refused(Code.NULL_ARGUMENT, "class", () -> Parcel.unpack(Parcel.pack("x"), null));
        refused(Code.NULL_ARGUMENT, "stream", () -> Parcel.read(null));
        refused(Code.NULL_ARGUMENT, "stream", () -> Parcel.write("x", null));
    }

    @Test
    void a_graph_above_the_limit_is_refused_where_it_is_packed() {
        MaxBytes.install(1_000);
        try {
            assertTrue(Parcel.pack(new byte[900]).length < 1_000);
            refused(Code.PARCEL_TOO_LARGE, "1000 bytes", () -> Parcel.pack(new byte[1_000]));
        } finally {
            MaxBytes.install(MaxBytes.DEFAULT);
        }
    }

    @Test
    void a_report_says_what_is_inside() throws IOException {
        byte[] parcel = Parcel.pack(new ArrayList<>(List.of(1, 2, "three")));
        ParcelReport report = Parcel.inspect(parcel);
        assertEquals(1, report.formatVersion());
        assertEquals(parcel.length, report.size());
        assertTrue(report.inflatedSize() > report.size());
        assertEquals(Optional.of("java.util.ArrayList"), report.rootClass());
        assertEquals(
                List.of("java.util.ArrayList 1", "java.lang.Integer 2", "java.lang.Number 0"),
                report.classes().stream().map(c -> c.name() + " " + c.objects()).toList());
        assertEquals(List.of(), report.bundles());
        assertEquals(List.of(), report.patches());
        assertEquals(Optional.empty(), Parcel.inspect(Parcel.pack(null)).rootClass());
    }

    @Test
    void a_report_is_a_text_for_people() throws IOException {
        byte[] parcel = Parcel.pack(7);
        assertEquals(
                """
                parcel: format 1, LENGTH bytes, 81 inflated
                root: java.lang.Integer
                classes: 2
                  java.lang.Integer, serialVersionUID 1360826667806852920, objects 1
                  java.lang.Number, serialVersionUID -8742448824652078965, objects 0
                code: 0
                classes that travel: 0
                patches: 0""".replace("LENGTH", String.valueOf(parcel.length)),
                Parcel.inspect(parcel).toString());
    }
}
