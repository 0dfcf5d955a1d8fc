package dev.instancepatch.inspect;

import dev.instancepatch.ParcelReport.PackedPatch;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.table.FunctionInterface;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * All that a report knows of this library's own objects in a stream. {@code CodeBytes} writes the first two, {@code PayloadFormat}
 * the third.
 */
final class OwnFormat {
    private static final String BUNDLE = "dev.instancepatch.wire.BundleBytes";
    private static final String UNIT = "dev.instancepatch.wire.UnitBytes";
    private static final String PAYLOAD = "dev.instancepatch.wire.Payload";

    private static final int PAYLOAD_VERSION = 1;
    private static final int HAS_REASON = 1;

    private OwnFormat() {}

    static boolean isKnown(String className) {
        return className.equals(BUNDLE) || className.equals(UNIT) || className.equals(PAYLOAD);
    }

    static boolean isBundle(Content content) {
        return BUNDLE.equals(content.typeName());
    }

    static boolean isUnit(Content content) {
        return UNIT.equals(content.typeName());
    }

    static boolean isPayload(Content content) {
        return PAYLOAD.equals(content.typeName());
    }

    /** Reads what a bundle or a unit wrote: length, bytes, number of units it uses; and those, as objects. */
    static CodeInStream code(OwnObject object) throws RefusedPatchException {
        try (DataInputStream in = data(object)) {
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw ReadRefusals.malformedPayload("the code is not as long as it says", null);
            }
            byte[] bytes = in.readNBytes(length);
            int uses = in.available() > 0 ? in.readUnsignedShort() : 0;
            if (uses > object.contents().size()) {
                throw ReadRefusals.malformedPayload("the code uses more classes than came with it", null);
            }
            return new CodeInStream(bytes, object.contents().subList(0, uses));
        } catch (RefusedPatchException e) {
            throw e;
        } catch (IOException e) {
            throw ReadRefusals.malformedPayload("the code ends too early", e);
        }
    }

    /** Code as a stream holds it. */
    record CodeInStream(byte[] bytes, List<Content> uses) {}

    /** One patch as the block before the objects says it. */
    private record Head(String method, String descriptor, FunctionInterface type, Optional<String> reason) {}

    /** Reads a payload: a block of heads, the object's class, and per head the declaring class and the bundle. */
    static List<PackedPatch> patches(OwnObject object, CodeFound code) throws RefusedPatchException {
        List<Head> heads;
        try (DataInputStream in = data(object)) {
            heads = heads(in);
        } catch (RefusedPatchException e) {
            throw e;
        } catch (IOException e) {
            throw ReadRefusals.malformedPayload("it ends too early", e);
        }
        Iterator<Content> objects = object.contents().iterator();
        String patched = className(next(objects), "");
        List<PackedPatch> patches = new ArrayList<>();
        for (Head head : heads) {
            String declaring = className(next(objects), patched);
            patches.add(new PackedPatch(
                    patched,
                    declaring,
                    head.method,
                    head.descriptor,
                    head.type.type().getName(),
                    head.reason,
                    code.hash(next(objects))));
        }
        return patches;
    }

    private static DataInputStream data(OwnObject object) {
        return new DataInputStream(new ByteArrayInputStream(object.bytes()));
    }

    private static List<Head> heads(DataInputStream in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != PAYLOAD_VERSION) {
            throw ReadRefusals.unknownFormat(version, PAYLOAD_VERSION);
        }
        List<Head> heads = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            heads.add(head(in));
        }
        return heads;
    }

    private static Head head(DataInputStream in) throws IOException {
        String method = in.readUTF();
        String descriptor = in.readUTF();
        FunctionInterface type = FunctionInterface.at(in.readUnsignedByte());
        if (type == null) {
            throw ReadRefusals.malformedPayload("it names an unknown interface", null);
        }
        boolean hasReason = (in.readUnsignedByte() & HAS_REASON) != 0;
        Optional<String> reason = hasReason ? Optional.of(in.readUTF()) : Optional.empty();
        in.skipNBytes(in.readUnsignedByte()); // for each captured value, whether it is the object itself
        return new Head(method, descriptor, type, reason);
    }

    private static Content next(Iterator<Content> objects) throws RefusedPatchException {
        if (!objects.hasNext()) {
            throw ReadRefusals.malformedPayload("it ends too early", null);
        }
        return objects.next();
    }

    private static String className(Content content, String ifNull) throws RefusedPatchException {
        if (content instanceof Described type) {
            return type.name();
        }
        if (content == Content.NULL && !ifNull.isEmpty()) {
            return ifNull;
        }
        throw ReadRefusals.malformedPayload("a class is not where it belongs", null);
    }
}
