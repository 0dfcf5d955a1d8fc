package dev.instancepatch.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.RefusedPatchException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bytes that somebody chose: a report or a refusal, never anything else. */
class HostileStreamsTest {
    private static boolean isRead(byte[] stream) {
        try {
            Inspection.of(stream);
            return true;
        } catch (RefusedPatchException expected) {
            return false;
        }
    }

    private static byte[] all() throws IOException {
        return Sample.stream(out -> {
            for (Object root : Sample.all()) {
                out.writeObject(root instanceof String text && text.length() > 100 ? "l" : root);
            }
        });
    }

    @Test
    void every_byte_changed_is_read_or_refused() throws IOException {
        byte[] stream = all();
        int read = 0;
        for (int at = 0; at < stream.length; at++) {
            for (int change : new int[] {0xff, 0x01, 0x80, 0x10, 0x73 ^ 0x71}) {
                byte[] changed = stream.clone();
                changed[at] ^= (byte) change;
                read += isRead(changed) ? 1 : 0;
            }
        }
        assertTrue(read > 0);
    }

    @Test
    void every_truncation_is_read_or_refused() throws IOException {
        byte[] stream = all();
        int read = 0;
        for (int length = 0; length < stream.length; length++) {
            read += isRead(Arrays.copyOf(stream, length)) ? 1 : 0;
        }
        assertTrue(read >= Sample.all().size() - 1, read + " ends of a root");
    }

    @Provide
    Arbitrary<byte[]> tags() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(8, Arbitraries.bytes().between((byte) 0x70, (byte) 0x7e)),
                        net.jqwik.api.Tuple.of(6, Arbitraries.bytes().between((byte) 0, (byte) 3)),
                        net.jqwik.api.Tuple.of(2, Arbitraries.bytes()))
                .array(byte[].class)
                .ofMaxSize(300);
    }

    @Property(tries = 5_000)
    void random_tags_are_read_or_refused(@ForAll("tags") byte[] tags) throws IOException {
        isRead(withHead(tags));
    }

    @Property
    void random_bytes_are_read_or_refused(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        isRead(bytes);
        isRead(withHead(bytes));
    }

    private static byte[] withHead(byte[] content) throws IOException {
        byte[] head = Sample.stream(out -> out.writeObject(new Sample.Custom()));
        byte[] stream = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, stream, head.length, content.length);
        return stream;
    }

    /** Writes what no ObjectOutputStream would. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static void refused(String part, Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
        out.writeShort(ObjectStreamConstants.STREAM_VERSION);
        writing.to(out);
        RefusedPatchException refused =
                assertThrows(RefusedPatchException.class, () -> Inspection.of(bytes.toByteArray()));
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    private static void describe(DataOutputStream out, String name, int flags, int fields) throws IOException {
        out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
        out.writeUTF(name);
        out.writeLong(1);
        out.writeByte(flags);
        out.writeShort(fields);
    }

    private static void reference(DataOutputStream out, int handle) throws IOException {
        out.writeByte(ObjectStreamConstants.TC_REFERENCE);
        out.writeInt(ObjectStreamConstants.baseWireHandle + handle);
    }

    @Test
    void a_class_above_itself_is_refused() throws IOException {
        refused("not described", out -> {
            out.writeByte(ObjectStreamConstants.TC_OBJECT);
            describe(out, "a.A", ObjectStreamConstants.SC_SERIALIZABLE, 0);
            out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
            reference(out, 0);
        });
    }

    @Test
    void an_object_of_a_class_that_is_still_described_is_refused() throws IOException {
        refused("not described", out -> {
            describe(out, "a.A", ObjectStreamConstants.SC_SERIALIZABLE, 0);
            out.writeByte(ObjectStreamConstants.TC_OBJECT);
            reference(out, 0);
        });
    }

    @Test
    void an_array_longer_than_the_stream_is_refused() throws IOException {
        for (String type : new String[] {"[J", "[Ljava.lang.Object;"}) {
            for (int length : new int[] {Integer.MAX_VALUE, -1}) {
                refused("a length in it is none", out -> {
                    out.writeByte(ObjectStreamConstants.TC_ARRAY);
                    describe(out, type, ObjectStreamConstants.SC_SERIALIZABLE, 0);
                    out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
                    out.writeByte(ObjectStreamConstants.TC_NULL);
                    out.writeInt(length);
                });
            }
        }
    }

    @Test
    void an_array_of_no_array_s_class_is_refused() throws IOException {
        for (String type : new String[] {"java.lang.Object", "[", "[V", ""}) {
            refused("none of an array", out -> {
                out.writeByte(ObjectStreamConstants.TC_ARRAY);
                describe(out, type, ObjectStreamConstants.SC_SERIALIZABLE, 0);
                out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
                out.writeByte(ObjectStreamConstants.TC_NULL);
                out.writeInt(0);
            });
        }
    }

    @Test
    void a_long_chain_of_classes_and_many_objects_take_no_longer_than_their_bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
        out.writeShort(ObjectStreamConstants.STREAM_VERSION);
        int classes = 100_000;
        for (int i = 0; i < classes; i++) {
            describe(out, "a", ObjectStreamConstants.SC_SERIALIZABLE, 0);
            out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
        }
        out.writeByte(ObjectStreamConstants.TC_NULL);
        for (int i = 0; i < 100_000; i++) {
            out.writeByte(ObjectStreamConstants.TC_OBJECT);
            reference(out, 0);
        }
        assertEquals(1, Inspection.of(bytes.toByteArray()).classes().size());
    }

    @Test
    void what_is_none_is_refused_with_the_place() throws IOException {
        refused("nothing begins with", out -> out.writeByte(0x20));
        refused("refers to what is not there", out -> reference(out, 0));
        refused("refers to what is not there", out -> reference(out, -1));
        refused("at once", out -> describe(out, "a.A", 6, 0));
        refused("field's type", out -> {
            describe(out, "a.A", 2, 1);
            out.writeByte('V');
        });
        refused("a text is none", out -> {
            describe(out, "a.A", 2, 1);
            out.writeByte('L');
            out.writeUTF("f");
            reference(out, 0);
        });
        refused("a name is no text", out -> {
            out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
            out.writeShort(1);
            out.writeByte(0xff);
            out.writeLong(1);
        });
    }
}
