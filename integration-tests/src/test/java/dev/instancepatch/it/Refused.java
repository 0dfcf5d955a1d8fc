package dev.instancepatch.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.PatchException;
import org.junit.jupiter.api.function.Executable;

/** Says that something is refused, with which code, and what the message has to name. */
public final class Refused {
    private Refused() {}

    /** Fails unless the action is refused with this code and a message that holds all these parts. */
    public static PatchException with(Code code, Executable action, String... parts) {
        PatchException refused = assertThrows(PatchException.class, action);
        String message = refused.getMessage();
        assertEquals(code, refused.code(), message);
        assertTrue(message.startsWith("[" + code.id() + "] "), message);
        assertTrue(message.lines().count() > 1, "a refusal has a next action: " + message);
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is missing in: " + message);
        }
        return refused;
    }
}
