package demo;

import java.io.IOException;
import java.nio.file.Files;

/** The keys that the senders sign with and the receivers trust, made anew. */
final class KeyPair {
    static final String PRIVATE = "keys/sender.key";
    static final String PUBLIC = "keys/sender.pub";

    private KeyPair() {}

    static void make() throws IOException, InterruptedException {
        Files.deleteIfExists(Child.folder().resolve(PRIVATE)); // of the last demo; keygen overwrites none
        Files.deleteIfExists(Child.folder().resolve(PUBLIC));
        Page.remark(
                "A pair of keys, made once: the private one stays with who signs, the public one goes to who is to trust that.");
        Jvm.runAgentJar("keygen", "keys")
                .prints("Made the key *", "*sender.key*", "*sender.pub*", "*sign=*", "*trust=*");
    }
}
