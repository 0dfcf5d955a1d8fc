package dev.instancepatch.benchmarks.startup;

import dev.instancepatch.benchmarks.harness.Budget;
import dev.instancepatch.benchmarks.harness.Experiment;
import dev.instancepatch.benchmarks.harness.Measured;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Loads each class of a large library once, cold: all of it counts, the JVM's own work too. */
public final class LoadingExperiment implements Experiment {
    private static final String ANY = "com/google/common/collect/ImmutableList.class";
    private static final String SUFFIX = ".class";

    @Override
    public void run(Budget budget, Consumer<Measured> results) throws Exception {
        ClassLoader loader = LoadingExperiment.class.getClassLoader();
        List<String> names = names(loader);
        long begin = System.nanoTime();
        for (String name : names) {
            Class.forName(name, false, loader);
        }
        double each = (System.nanoTime() - begin) / (double) names.size();
        results.accept(new Measured("load " + names.size() + " classes of Guava", "class", new double[] {each}));
    }

    private static List<String> names(ClassLoader loader) throws IOException {
        URL any = loader.getResource(ANY);
        if (any == null) {
            throw new IOException("Guava is not on the class path");
        }
        List<String> names = new ArrayList<>();
        try (JarFile jar = ((JarURLConnection) any.openConnection()).getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.endsWith(SUFFIX) && !name.startsWith("META-INF/") && !name.endsWith("-info.class")) {
                    names.add(name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'));
                }
            }
        }
        return names;
    }
}
