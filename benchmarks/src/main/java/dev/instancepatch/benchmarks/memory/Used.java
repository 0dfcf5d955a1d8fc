package dev.instancepatch.benchmarks.memory;

import java.lang.management.ManagementFactory;

/**
 * What a JVM uses when its garbage is gone.
 *
 * @param heap bytes
 * @param metaspace bytes; classes, their methods and constants, and what their loaders keep
 */
record Used(long heap, long metaspace) {
    /** Collects garbage some times: a collection frees what weak references and the last one's finished loaders held. */
    static Used now() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return new Used(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), metaspaceNow());
    }

    private static long metaspaceNow() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    double heapSince(Used before, int count) {
        return (heap - before.heap) / (double) count;
    }

    double metaspaceSince(Used before, int count) {
        return (metaspace - before.metaspace) / (double) count;
    }
}
