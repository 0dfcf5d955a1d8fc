package dev.instancepatch.benchmarks.weaving;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What else is in a JVM: the more classes are loaded, the longer the JVM takes to change one. */
public enum Population {
    /** Of the size of hello world. */
    SMALL("hello world") {
        @Override
        void settle() {}
    },

    /** 5,000 classes of the JDK more, and compiled code. */
    LARGE("5,000 classes more, compiled code") {
        @Override
        void settle() throws Exception {
            loadClasses(5_000);
            long until = System.nanoTime() + 2_000_000_000L;
            while (System.nanoTime() < until) {
                work();
            }
        }
    };

    private static volatile int worked;

    private final String title;

    Population(String title) {
        this.title = title;
    }

    /** Returns what the report calls it. */
    public String title() {
        return title;
    }

    abstract void settle() throws Exception;

    private static void loadClasses(int count) throws Exception {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        try (Stream<Path> files = Files.walk(base)) {
            Iterator<String> names = files.map(base::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && name.contains("/"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .iterator();
            for (int loaded = 0; loaded < count; loaded++) {
                Class.forName(names.next(), false, null); // throws if java.base is smaller than that
            }
        }
    }

    private static void work() {
        Map<String, Integer> map = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            map.put(Integer.toString(i * 7 % 500), i);
        }
        worked += map.toString().split(",").length
                + new BigInteger("12345678901234567890").pow(40).toString().hashCode()
                + (Pattern.compile("(a|b)*c").matcher("ababababc").matches() ? 1 : 0);
    }
}
