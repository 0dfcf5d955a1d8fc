package dev.instancepatch.fuzz;

import java.io.Serializable;

/** What is patched. */
class Bird implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private Serializable friend;

    Bird(String name) {
        this.name = name;
    }

    void befriend(Serializable other) {
        friend = other;
    }

    Serializable friend() {
        return friend;
    }

    String sing() {
        return name;
    }

    String answer(String question) {
        return question;
    }
}
