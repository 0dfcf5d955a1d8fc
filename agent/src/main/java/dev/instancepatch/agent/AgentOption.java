package dev.instancepatch.agent;

/** The options this version knows. */
enum AgentOption {
    /** Who gets a slot at load: {@code a.*:b.*}. */
    INCLUDE("include"),
    /** Never touched: {@code a.*:b.*}. */
    EXCLUDE("exclude"),
    /** Which received code may run: {@code local}, {@code all}, or what the keys of a file or folder have signed. */
    TRUST("trust"),
    /** The private key that signs what is sent, a file. */
    SIGN("sign"),
    /** How long signatures are good for: {@code PT12H}, {@code 7d}. */
    EXPIRES("expires"),
    /** For whom signatures are, the sender's and those that a receiver takes. */
    AUDIENCE("audience"),
    /** Whether what signed functions captured may go, and be taken, unsigned: {@code refuse} or {@code allow}. */
    CAPTURES("captures"),
    /** {@code lazy}: a prologue on first patch; {@code eager}: at load, for JVMs that cannot retransform. */
    WEAVE("weave"),
    /** JDK classes whose objects a stream may patch under trust=local: {@code java.util.*}. */
    WIRE_TARGETS("wire-targets"),
    /** Packages whose functions and objects travel by value: {@code com.acme.jobs:com.acme.tasks}. */
    BY_VALUE("by-value"),
    /** What a writer does with patches that cannot travel: {@code fail} or {@code drop}. */
    UNCARRIED("uncarried"),
    /** What a reader does with patches it refuses: {@code fail} or {@code strip}. */
    REFUSED("refused"),
    /** Whether patches of enum constants travel: {@code fail} or {@code carry}. */
    ENUMS("enums"),
    /** Whether fields travel in the place of an object that a lambda captured to read them: {@code fail} or {@code snapshot}. */
    CAPTURED_THIS("captured-this"),
    /** How many bytes the object stream inside a parcel may have. */
    MAX_BYTES("max-bytes"),
    /** A folder for woven classes. */
    DUMP("dump"),
    /** {@code true} says on standard error what the agent does. */
    DEBUG("debug"),
    /** {@code false} leaves the JVM as it is. */
    ENABLED("enabled");

    private final String key;

    AgentOption(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
