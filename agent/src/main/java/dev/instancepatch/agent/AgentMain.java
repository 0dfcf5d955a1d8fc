package dev.instancepatch.agent;

import dev.instancepatch.agent.backstage.Backstage;
import dev.instancepatch.agent.backstage.ClassDump;
import dev.instancepatch.agent.backstage.TransformLog;
import dev.instancepatch.agent.capture.Capture;
import dev.instancepatch.agent.flight.FlightRecording;
import dev.instancepatch.agent.serial.StreamTransformer;
import dev.instancepatch.agent.serial.WriterPolicy;
import dev.instancepatch.agent.weave.ClassFilter;
import dev.instancepatch.agent.weave.PrologueTransformer;
import dev.instancepatch.agent.weave.SlotTransformer;
import dev.instancepatch.bridge.Bridge;
import dev.instancepatch.code.ByValuePackages;
import dev.instancepatch.code.JvmSettings;
import dev.instancepatch.table.Trusted;
import dev.instancepatch.trust.Audit;
import dev.instancepatch.trust.TrustGate;
import dev.instancepatch.wire.MaxBytes;
import dev.instancepatch.wire.OnRefusal;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters. Registers transformers and connects the runtime, nothing else: the door, the stream hooks, ASM and
 * all that they load wait for the first patch or the first object stream.
 */
public final class AgentMain {
    private AgentMain() {}

    /** Called before the application's main, for {@code -javaagent}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation);
    }

    /** Called in a running JVM, by attach or {@code Launcher-Agent-Class}. */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation);
    }

    private static synchronized void start(@Nullable String arguments, Instrumentation instrumentation) {
        Options options = Options.read(arguments, System.getProperties(), System.getenv());
        for (String warning : options.warnings()) {
            System.err.println("[instance-patch] " + warning);
        }
        if (options.is(AgentOption.ENABLED, "false")) {
            Bridge.disable(); // or the first Patch.on would attach it after all
            return;
        }
        if (Bridge.agent() != null) {
            return;
        }
        if (!instrumentation.isRetransformClassesSupported()) {
            System.err.println(
                    "[instance-patch] not started: the manifest that names the agent does not allow it to retransform"
                            + " classes; add the line Can-Retransform-Classes: true to it");
            return; // the first Patch.on attaches it with its own manifest
        }
        JvmSettings.settle(options.settings());
        OnDemand onDemand = new OnDemand();
        Backstage.enter(instrumentation, onDemand);
        Trusted.supply(onDemand);
        String dump = options.get(AgentOption.DUMP);
        if (dump != null) {
            ClassDump.into(dump);
        }
        TransformLog log = new TransformLog();
        ClassFilter filter =
                new ClassFilter(options.patterns(AgentOption.INCLUDE), options.patterns(AgentOption.EXCLUDE));
        boolean eager = options.is(AgentOption.WEAVE, "eager");
        if (eager) {
            Backstage.open(); // woven code calls the door from its first call on
        }
        StreamTransformer streams = new StreamTransformer(log);
        instrumentation.addTransformer(new SlotTransformer(filter, log, eager), false);
        instrumentation.addTransformer(new PrologueTransformer(filter, log, eager), true);
        instrumentation.addTransformer(streams, true);
        setPolicies(options);
        Audit.listen(new FlightRecording()); // the first verdict may be on a parcel, before there is any stream
        boolean debug = options.is(AgentOption.DEBUG, "true");
        Bridge.connect(new LiveAgent(new CheckedWeaver(filter, log, streams, eager, debug), streams));
        streams.hookLoaded(instrumentation);
    }

    /** Only what somebody asked for: each of these classes would be loaded before main, and starts with its default without that. */
    private static void setPolicies(Options options) {
        if (options.hasAny(
                AgentOption.TRUST, AgentOption.SIGN, AgentOption.EXPIRES, AgentOption.AUDIENCE, AgentOption.CAPTURES)) {
            Keys.install(options);
        }
        if (options.hasAny(AgentOption.WIRE_TARGETS)) {
            TrustGate.allowTargets(options.patterns(AgentOption.WIRE_TARGETS));
        }
        for (String name : options.patterns(AgentOption.BY_VALUE)) {
            ByValuePackages.register(name, true);
        }
        if (options.is(AgentOption.ENUMS, "carry")) {
            TrustGate.allowEnums(true);
            WriterPolicy.carryEnums(true);
        }
        if (options.is(AgentOption.UNCARRIED, "drop")) {
            WriterPolicy.dropUncarried(true);
        }
        if (options.is(AgentOption.CAPTURED_THIS, "snapshot")) {
            Capture.snapshotThis(true);
        }
        if (options.is(AgentOption.REFUSED, "strip")) {
            OnRefusal.install(OnRefusal.STRIP);
        }
        String maxBytes = options.get(AgentOption.MAX_BYTES);
        if (maxBytes != null) {
            MaxBytes.install(MaxBytes.parse(maxBytes));
        }
    }

    /**
     * What the rooms below ask for when they need it. A class, not method references: linking one before main costs more than all the
     * rest here.
     */
    private static final class OnDemand implements Function<Class<?>, MethodHandles.Lookup>, Supplier<Class<?>> {
        /** Returns a lookup with full access. */
        @Override
        public MethodHandles.Lookup apply(Class<?> type) {
            return Backstage.lookupIn(type);
        }

        /** Returns the template of the class behind the door. */
        @Override
        public Class<?> get() {
            return DoorKeeper.class;
        }
    }
}
