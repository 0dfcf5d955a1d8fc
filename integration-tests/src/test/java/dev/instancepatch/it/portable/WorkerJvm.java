package dev.instancepatch.it.portable;

import dev.instancepatch.it.FinishedJvm;
import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.TalkingJvm;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A JVM that runs tasks which clients send to its port on this machine, and has none of the clients' classes. */
final class WorkerJvm implements AutoCloseable {
    private final TalkingJvm jvm;
    private final int port;

    private WorkerJvm(TalkingJvm jvm) {
        this.jvm = jvm;
        this.port = ByteBuffer.wrap(jvm.receive()).getInt();
    }

    static WorkerJvm start(ForkedJvm kind) {
        return new WorkerJvm(kind.classPath(classes()).talk("worker.Worker"));
    }

    /** Returns a JVM with the agent. */
    static ForkedJvm withAgent(String options) {
        return ForkedJvm.withAgent(options);
    }

    /** Returns a JVM with the runtime's jar and no agent. */
    static ForkedJvm withRuntime(String trust) {
        return ForkedJvm.plain().classPath(Jars.runtime()).jvmArgument("-Dinstancepatch.trust=" + trust);
    }

    private static Path classes() {
        return Fixtures.compile("worker");
    }

    /** Runs a client, which trusts only its own code, to its end. */
    static FinishedJvm client(String main, WorkerJvm... workers) {
        Object[] ports = new Object[workers.length];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = workers[i].port;
        }
        return ForkedJvm.withAgent("trust=local,wire-targets=java.util.*")
                .classPath(Fixtures.compile("worker-client", classes()), classes())
                .run("workerclient." + main, ports)
                .expectSuccess();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
