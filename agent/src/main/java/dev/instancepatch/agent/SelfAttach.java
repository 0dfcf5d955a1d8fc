package dev.instancepatch.agent;

import java.io.File;
import java.net.URISyntaxException;
import java.security.CodeSource;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Starts the agent in the JVM that already runs, where its jar is on the class path. Reached from the runtime by name. */
public final class SelfAttach {
    private SelfAttach() {}

    /**
     * Attaches this JVM to itself; through a process of its own where the JVM does not allow that ({@code
     * jdk.attach.allowAttachSelf}).
     *
     * @throws IllegalStateException if attaching is forbidden, or this class does not come from the agent's jar
     */
    public static void attach() {
        ByteBuddyAgent.attach(agentJar(), Long.toString(ProcessHandle.current().pid()));
    }

    private static File agentJar() {
        CodeSource source = AgentMain.class.getProtectionDomain().getCodeSource();
        try {
            File jar = source == null ? null : new File(source.getLocation().toURI());
            if (jar != null && jar.isFile()) {
                return jar;
            }
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            throw new IllegalStateException("the agent is not in a jar file of its own: " + source.getLocation());
        }
        throw new IllegalStateException("the agent is not in a jar file of its own");
    }
}
