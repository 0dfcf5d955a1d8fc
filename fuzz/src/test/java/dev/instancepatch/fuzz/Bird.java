package dev.instancepatch.fuzz;

import java.io.Serializable;

/** What is patched. */
class Bird implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private Object friend;

    Bird(String name) {
        this.name = name;
    }

    void befriend(Object other) {
        friend = other;
    }

    Object friend() {
        return friend;
    }

    String sing() {
        return name;
    }

    String answer(String question) {
        return question;
    }
}
