package dev.instancepatch.it.graphs;

import dev.instancepatch.it.Fixtures;
import dev.instancepatch.it.ForkedJvm;
import dev.instancepatch.it.Jars;
import dev.instancepatch.it.Jdk;
import dev.instancepatch.it.TalkingJvm;
import java.nio.file.Path;

/** The sorts of JVM that exchange graphs. All have the classes of the objects. */
public enum Sort {
    /** The agent, the classes that patch, and trust in nothing but those: the code that arrives is its own. */
    PATCHING,
    /** The agent and trust in all: the code that arrives is foreign. */
    TRUSTING,
    /** Nothing of ours. */
    PLAIN,
    /** The runtime on the class path, and no agent. */
    RUNTIME,
    /** The same, with refused patches left out. */
    STRIPPING;

    private static final String ENUMS = "enums=carry";

    /** Returns the class path entry with the objects' classes. */
    private static Path kinds() {
        return Fixtures.compile("kinds");
    }

    private ForkedJvm jvm() {
        return switch (this) {
            case PATCHING ->
                ForkedJvm.withAgent("wire-targets=java.util.*:java.time.*," + ENUMS)
                        .classPath(Fixtures.compile("patching", kinds()));
            case TRUSTING -> ForkedJvm.withAgent("trust=all," + ENUMS);
            case PLAIN -> ForkedJvm.plain();
            case RUNTIME -> ForkedJvm.plain().classPath(Jars.runtime());
            case STRIPPING -> ForkedJvm.plain().classPath(Jars.runtime()).jvmArgument("-Dinstancepatch.refused=strip");
        };
    }

    /** Starts one. Ten at once, for a minute, on a machine with few cores: what compiles less is done sooner. */
    TalkingJvm start(Jdk jdk) {
        return jvm().jdk(jdk)
                .jvmArgument("-XX:TieredStopAtLevel=1")
                .jvmArgument("-XX:+UseSerialGC")
                .classPath(kinds(), Fixtures.compile("workers", kinds()))
                .talk("workers.Main");
    }

    /** Returns what a JVM of this sort should say of a stream that a patching one wrote. */
    public String expected(Model model) {
        Model.Outcome patched = model.patched();
        return switch (this) {
            case PATCHING, TRUSTING -> patched.said();
            case PLAIN, STRIPPING -> model.ignored().said();
            case RUNTIME ->
                patched.carries() ? "reader: dev.instancepatch.RefusedPatchException NO_AGENT" : patched.said();
        };
    }

    @Override
    public String toString() {
        return switch (this) {
            case PATCHING -> "agent";
            case TRUSTING -> "agent, trust=all";
            case PLAIN -> "plain";
            case RUNTIME -> "runtime";
            case STRIPPING -> "runtime, refused=strip";
        };
    }
}
