package dev.instancepatch.it.trust.attacks;

import dev.instancepatch.it.TalkingJvm;
import java.util.LinkedHashMap;
import java.util.Map;

/** JVMs that several tests use, one after the other. Few are kept: those that were asked for last. Not for several threads. */
final class Pool {
    private final int most;
    private final Map<String, TalkingJvm> kept = new LinkedHashMap<>(16, 0.75f, true);

    Pool(int most) {
        this.most = most;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Returns one that goes on being kept, or null. */
    TalkingJvm get(String name) {
        return kept.get(name);
    }

    /** Returns one that is not kept any more, or null. */
    TalkingJvm take(String name) {
        return kept.remove(name);
    }

    void keep(String name, TalkingJvm jvm) {
        TalkingJvm same = kept.put(name, jvm);
        if (same != null) {
            same.close();
        }
        if (kept.size() > most) {
            kept.remove(kept.keySet().iterator().next()).close();
        }
    }

    private void close() {
        kept.values().forEach(TalkingJvm::close);
    }
}
