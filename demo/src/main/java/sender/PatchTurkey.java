package sender;

import dev.instancepatch.Patch;
import farm.Turkey;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Patches one of two turkeys and writes both to a file. */
public final class PatchTurkey {
    private PatchTurkey() {}

    /**
     * Runs it.
     *
     * @param args the file to write
     */
    public static void main(String[] args) throws IOException {
        Turkey t = new Turkey();
        Turkey u = new Turkey();
        Patch.on(t).method("hi", self -> "SQUAWK");
        System.out.println("t.hi() = " + t.hi() + ", u.hi() = " + u.hi());

        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(args[0])))) {
            out.writeObject(t);
            out.writeObject(u);
        }
    }
}
