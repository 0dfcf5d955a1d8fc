package dev.instancepatch.agent.door;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Gives classes of ours other names, in their own class files and where they name each other. All names stand in the constant pool
 * (JVMS 4.4), so that the rest is copied: ASM's remapper took some 10 ms of a cold JVM.
 */
final class Renaming {
    private final Map<String, String> names; // internal ones, old to new

    Renaming(Map<String, String> names) {
        this.names = names;
    }

    /** Returns a class file with the new names in it. */
    byte[] apply(byte[] classFile) throws IOException {
        ByteArrayOutputStream renamed = new ByteArrayOutputStream(classFile.length);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        DataOutputStream out = new DataOutputStream(renamed);
        out.write(in.readNBytes(8)); // magic and version
        int count = in.readUnsignedShort();
        out.writeShort(count);
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            switch (tag) {
                case 1 -> out.writeUTF(renamed(in.readUTF()));
                case 7, 8, 16, 19, 20 -> out.write(in.readNBytes(2)); // Class, String, MethodType, Module, Package
                case 15 -> out.write(in.readNBytes(3)); // MethodHandle
                case 5, 6 -> { // Long and Double count twice
                    out.write(in.readNBytes(8));
                    i++;
                }
                default -> out.write(in.readNBytes(4));
            }
        }
        in.transferTo(out);
        return renamed.toByteArray();
    }

    /** A class's name, or a descriptor that has it. */
    private String renamed(String text) {
        String result = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            result = result.equals(name.getKey())
                    ? name.getValue()
                    : result.replace("L" + name.getKey() + ";", "L" + name.getValue() + ";");
        }
        return result;
    }
}
