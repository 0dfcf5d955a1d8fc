package dev.instancepatch.benchmarks.scaling;

import dev.instancepatch.benchmarks.harness.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Threads that work at once, as often each, whoever asks for it among them; it is done when the last one is. */
final class AtOnce implements Work, AutoCloseable {
    private final Work own;
    private final List<Work> others;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    AtOnce(List<Work> works) {
        this.own = works.get(0);
        this.others = works.subList(1, works.size());
    }

    @Override
    public @Nullable Object run(int times) throws Exception {
        List<Future<@Nullable Object>> running = new ArrayList<>();
        for (Work other : others) {
            running.add(threads.submit(() -> other.run(times)));
        }
        Object last = own.run(times);
        for (Future<@Nullable Object> other : running) {
            last = other.get();
        }
        return last;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
