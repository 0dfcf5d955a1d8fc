package dev.instancepatch.agent.capture;

import dev.instancepatch.code.Bundle;
import dev.instancepatch.code.ClassImage;
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
        String known = KNOWN.get(bundle.contentHash());
        if (known == null) {
            known = Hashes.sha256(canonical(bundle));
            KNOWN.put(bundle.contentHash(), known);
        }
        return known;
    }

    private static byte[] canonical(Bundle bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(bundle.interfaceName());
            out.writeUTF(bundle.entryDescriptor());
            out.writeUTF(bundle.functionDescriptor());
            out.writeUTF(bundle.declaredDescriptor());
            for (ClassImage image : bundle.classes()) {
                byte[] stripped = withoutDebug(image.bytes());
                out.writeInt(stripped.length);
                out.write(stripped);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory only
        }
        return bytes.toByteArray();
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
