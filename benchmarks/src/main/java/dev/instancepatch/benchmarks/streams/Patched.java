package dev.instancepatch.benchmarks.streams;

import dev.instancepatch.Trust;

/** How birds are patched, if they are. Names nothing of the runtime until it is asked to: JVMs without it use this too. */
public enum Patched {
    /** What all others are compared with. */
    UNPATCHED("unpatched"),

    /** The very same once more: how far its ratio is from 1 is the noise. */
    UNPATCHED_AGAIN("unpatched, second copy (noise)"),

    /** The reader has the function's code in its own classes, and trusts nothing else. */
    OWN_CODE("patched, own code") {
        @Override
        Patcher patcher() {
            return new OwnPatcher();
        }

        @Override
        void installTrust() {
            Trust.local().install();
        }
    },

    /** The code is in the stream; all birds have one function. */
    BY_VALUE("patched by value") {
        @Override
        Patcher patcher() {
            return Sender.patcher("SharingPatcher");
        }

        @Override
        void installTrust() {
            Trust.all().install();
        }
    },

    /** The code is in the stream; each bird has a function with a captured value of its own. */
    BY_VALUE_EACH("patched by value, one captured value each") {
        @Override
        Patcher patcher() {
            return Sender.patcher("CapturingPatcher");
        }

        @Override
        void installTrust() {
            Trust.all().install();
        }
    };

    private final String title;

    Patched(String title) {
        this.title = title;
    }

    /** Returns what the report calls it. */
    public String title() {
        return title;
    }

    Patcher patcher() {
        return (bird, number) -> {};
    }

    /** Installs the trust under which such birds are read. */
    void installTrust() {}
}
