package demo;

import java.io.IOException;

/** Shows what the project does, in real JVMs. Ends with exit status 1, naming the fact, if something shown is not so. */
public final class Demo {
    private Demo() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("Instance Patch on JDK " + Runtime.version());
        try {
            OneJvm.run();
            FourJvms.run();
            LibraryObject.run();
        } catch (WrongFactException wrong) {
            System.err.println("The demo failed:" + System.lineSeparator() + "  " + wrong.getMessage());
            System.exit(1);
        }
        Page.heading("Every line that a JVM printed was checked.");
    }
}
