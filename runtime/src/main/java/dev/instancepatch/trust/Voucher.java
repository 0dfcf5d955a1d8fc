package dev.instancepatch.trust;

import org.jspecify.annotations.Nullable;

/** Who answers for received code: everyone, since all is trusted; the holder of a key; or nobody. Immutable. */
public final class Voucher {
    /** Under {@code trust=all}. */
    public static final Voucher EVERYONE = new Voucher(null, true, true, "");

    /** For what is part of code that has passed the gate as a whole: its static values. */
    public static final Voucher PART_OF_CODE = new Voucher(null, true, true, "");

    private final @Nullable TrustedKey key;
    private final boolean vouches;
    private final boolean isWithin;
    private final String why;

    private Voucher(@Nullable TrustedKey key, boolean vouches, boolean isWithin, String why) {
        this.key = key;
        this.vouches = vouches;
        this.isWithin = isWithin;
        this.why = why;
    }

    /**
     * Returns nobody.
     *
     * @param why a sentence for the refusal: {@code It is not signed.}
     */
    public static Voucher nobody(String why) {
        return new Voucher(null, false, false, why);
    }

    static Voucher of(TrustedKey key) {
        return new Voucher(key, true, false, "");
    }

    /** Returns who answers for what a signed patch or function captured: the same, for functions too. */
    public Voucher within() {
        return key == null ? this : new Voucher(key, vouches, true, why);
    }

    /** Returns true if somebody does. */
    public boolean vouches() {
        return vouches;
    }

    /** Returns true if another has the same to say of the same code. */
    public boolean answersAs(Voucher other) {
        return this == other || (key != null && key == other.key && isWithin == other.isWithin);
    }

    /** Returns the key's id; null if it is not about keys. */
    public @Nullable String keyId() {
        return key == null ? null : key.id();
    }

    /** Returns true if objects of this class may be patched on somebody's word. */
    boolean mayPatch(String className) {
        return vouches && (key == null || key.mayPatch(className));
    }

    /** Returns true for functions and classes that patch nothing: a key that is good for some classes is good for no other code. */
    boolean mayBringCode() {
        return vouches && (key == null || isWithin || key.targets().isEmpty());
    }

    /** Returns true if received classes may have methods that Java serialization, or the garbage collector, calls. */
    boolean mayRunByItself() {
        return this == EVERYONE || (key != null && key.allowsSerializationMethods());
    }

    /** Returns why nobody does, for the refusal. */
    String why() {
        return why;
    }
}
