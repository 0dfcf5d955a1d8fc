package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
import dev.instancepatch.code.ClassUnit;
import dev.instancepatch.code.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** What makes two bundles the same code: all of them but line numbers, source files and other debug information. */
public final class Identity {
    private static final int REMEMBERED = 1_000;

    /** By content hash, least recently used out first. */
    private static final Map<String, String> KNOWN = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    });

    private Identity() {}

    /** Returns a bundle's identity, {@code sha256:} and 64 hexadecimal digits. Looks at the bytes only. */
    public static String of(Bundle bundle) {
        return known(bundle.contentHash(), out -> {
            out.writeUTF(String.join(";", bundle.interfaces()));
            out.writeUTF(bundle.entryDescriptor());
            out.writeUTF(bundle.functionDescriptor());
            out.writeUTF(bundle.declaredDescriptor());
            write(bundle.code(), out);
        });
    }

    /** Returns a unit's identity, that of the units it uses included. Looks at the bytes only. */
    public static String of(ClassUnit unit) {
        return known(unit.contentHash(), out -> {
            out.writeInt(unit.exported().size());
            write(unit, out);
        });
    }

    /** Values of static fields do not count, no more than captured ones do. */
    private static void write(ClassUnit unit, DataOutputStream out) throws IOException {
        out.writeInt(unit.classes().size());
        for (ClassImage image : unit.classes()) {
            byte[] stripped = withoutDebug(image.bytes());
            out.writeInt(stripped.length);
            out.write(stripped);
        }
        out.writeInt(unit.uses().size());
        for (ClassUnit used : unit.uses()) {
            out.writeUTF(of(used));
        }
    }

    private interface Canonical {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static String known(String contentHash, Canonical canonical) {
        String known = KNOWN.get(contentHash);
        if (known == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                canonical.writeTo(out);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible); // memory only
            }
            known = Hashes.sha256(bytes.toByteArray());
            KNOWN.put(contentHash, known);
        }
        return known;
    }

    private static byte[] withoutDebug(byte[] classFile) {
        try {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(classFile).accept(writer, ClassReader.SKIP_DEBUG);
            return writer.toByteArray();
        } catch (RuntimeException unreadable) {
            return classFile; // no class file, or a newer one: it then is only ever equal to itself
        }
    }
}
