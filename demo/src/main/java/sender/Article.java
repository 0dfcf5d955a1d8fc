package sender;

import dev.instancepatch.Patch;
import farm.Turkey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** Patches one of two turkeys, and takes it through a stream and back in the same JVM. */
public final class Article {
    private Article() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Turkey t = new Turkey();
        Turkey u = new Turkey();
        Patch.on(t).method("hi", self -> "SQUAWK");
        System.out.println("t.hi() = " + t.hi() + ", u.hi() = " + u.hi());

        byte[] bytes = write(t);
        System.out.println(bytes.length + " bytes");

        Turkey t2 = read(bytes);
        System.out.println("t2 != t = " + (t2 != t) + ", t2.hi() = " + t2.hi());
    }

    private static byte[] write(Turkey t) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(t);
        }
        return bytes.toByteArray();
    }

    private static Turkey read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            Turkey t2 = (Turkey) in.readObject();
            return t2;
        }
    }
}
