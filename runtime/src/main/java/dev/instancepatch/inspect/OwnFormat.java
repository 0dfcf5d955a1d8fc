package dev.instancepatch.inspect;

import dev.instancepatch.ParcelReport.PackedBundle;
import dev.instancepatch.ParcelReport.PackedPatch;
import dev.instancepatch.RefusedPatchException;
import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.BundleCodec;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.MalformedBundleException;
import dev.instancepatch.refusal.ReadRefusals;
import dev.instancepatch.table.FunctionInterface;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** All that a report knows of this library's own objects in a stream: {@code BundleBytes} and {@code PayloadFormat} write them. */
final class OwnFormat {
    private static final String BUNDLE = "dev.instancepatch.wire.BundleBytes";
    private static final String PAYLOAD = "dev.instancepatch.wire.Payload";

    private static final int PAYLOAD_VERSION = 1;
    private static final int HAS_REASON = 1;

    private OwnFormat() {}

    static boolean isKnown(String className) {
        return className.equals(BUNDLE) || className.equals(PAYLOAD);
    }

    static boolean isBundle(OwnObject object) {
        return object.typeName().equals(BUNDLE);
    }

    /** Reads a bundle: its length, its bytes. */
    static Bundle bundle(OwnObject object) throws RefusedPatchException {
        byte[] data = object.bytes();
        if (data.length < 4 || ByteBuffer.wrap(data).getInt() != data.length - 4) {
            throw ReadRefusals.malformedPayload("the code is not as long as it says", null);
        }
        try {
            return BundleCodec.decode(Arrays.copyOfRange(data, 4, data.length));
        } catch (MalformedBundleException e) {
            throw ReadRefusals.malformedPayload("the code is no bundle: " + e.getMessage(), e);
        }
    }

    static PackedBundle report(Bundle bundle) {
        return new PackedBundle(
                bundle.contentHash(),
                bundle.host().binaryName(),
                bundle.declaredDescriptor(),
                bundle.interfaceName().replace('/', '.'),
                bundle.classes().size(),
                bundle.classes().stream()
                        .mapToInt(ClassImage::majorVersion)
                        .max()
                        .orElse(0),
                bundle.encoded().length);
    }

    /** One patch as the block before the objects says it. */
    private record Head(String method, String descriptor, FunctionInterface type, Optional<String> reason) {}

    /** Reads a payload: a block of heads, the object's class, and per head the declaring class and the bundle. */
    static List<PackedPatch> patches(OwnObject object, Bundles bundles) throws RefusedPatchException {
        List<Head> heads;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(object.bytes()))) {
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
                    bundles.hash(next(objects))));
        }
        return patches;
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
