package farm;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads two turkeys and lets them speak. */
public final class ReadTurkeys {
    private ReadTurkeys() {}

    /**
     * Runs it.
     *
     * @param args the file to read; then, if given, a class to look for first
     */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        if (args.length > 1) {
            lookFor(args[1]);
        }
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(Path.of(args[0])))) {
            System.out.println(((Turkey) in.readObject()).hi());
            System.out.println(((Turkey) in.readObject()).hi());
        }
    }

    private static void lookFor(String name) {
        try {
            System.out.println("found " + Class.forName(name));
        } catch (ClassNotFoundException absent) {
            System.out.println(absent);
        }
    }
}
