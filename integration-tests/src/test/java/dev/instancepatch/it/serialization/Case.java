package dev.instancepatch.it.serialization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.it.FinishedJvm;
import java.util.List;

/** What a reader sees of one case, and what the objects that it meets say. */
public final class Case {
    private final String name;
    private final String seen;
    private final String said;
    private String plainSeen;
    private String patchedSeen;
    private String patchedSaid;
    private String droppedSaid;
    private List<String> unwritten = List.of(); // what the writer says that refuses its patches
    private List<String> refused = List.of(); // what the reader says

    /** Where objects say hello, patched ones squawk. */
    Case(String name, String seen, String said) {
        this.name = name;
        this.seen = seen;
        this.said = said;
        this.plainSeen = seen;
        this.patchedSeen = seen.replace("hello", "SQUAWK");
        this.patchedSaid = said.replace("hello", "SQUAWK");
        this.droppedSaid = said;
    }

    /** Says what is otherwise if the writer's objects are patched and the reader has the agent. */
    public Case patched(String otherSeen, String otherSaid) {
        patchedSeen = otherSeen;
        patchedSaid = otherSaid;
        return this;
    }

    /** Says what is otherwise if the writer's objects are patched and the reader has no agent. */
    public Case withoutAgent(String otherSeen) {
        plainSeen = otherSeen;
        return this;
    }

    /** The patches have no place in this stream: writing them is refused with these words. */
    public Case unwritten(String... parts) {
        unwritten = List.of(parts);
        return this;
    }

    /** The same, and says who still squawks where the writer drops what it cannot carry. */
    public Case unwrittenBut(String otherSaid, String... parts) {
        droppedSaid = otherSaid;
        return unwritten(parts);
    }

    /** The patches do not fit the reader: reading them is refused with these words. */
    public Case refused(String... parts) {
        refused = List.of(parts);
        return this;
    }

    String name() {
        return name;
    }

    boolean isWritten() {
        return unwritten.isEmpty();
    }

    void assertWritten(FinishedJvm writer) {
        assertTrue(writer.fact(name).matches("[0-9]+"), () -> "not written: " + writer.fact(name));
    }

    void assertUnwritten(FinishedJvm writer) {
        assertContains(unwritten, writer.fact(name));
    }

    void assertAsEver(FinishedJvm reader) {
        assertEquals(seen, reader.fact(name));
        assertEquals(said, reader.fact(name + " says"));
    }

    void assertWithoutAgent(FinishedJvm reader) {
        assertEquals(plainSeen, reader.fact(name));
        if (plainSeen.equals(seen)) {
            assertEquals(said, reader.fact(name + " says"));
        }
    }

    void assertDropped(FinishedJvm reader) {
        assertEquals(seen, reader.fact(name));
        assertEquals(droppedSaid, reader.fact(name + " says"));
    }

    void assertPatched(FinishedJvm reader) {
        if (refused.isEmpty()) {
            assertEquals(patchedSeen, reader.fact(name));
            assertEquals(patchedSaid, reader.fact(name + " says"));
        } else {
            assertTrue(reader.fact(name).startsWith("RefusedPatchException ["), reader.fact(name));
            assertContains(refused, reader.fact(name));
        }
    }

    private static void assertContains(List<String> parts, String message) {
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is missing in: " + message);
        }
    }
}
