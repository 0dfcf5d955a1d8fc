package dev.instancepatch.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import dev.instancepatch.PatchException;
import java.util.HexFormat;
import org.junit.jupiter.api.function.Executable;

/** Keys that stand in RFC 8410, section 10, and others that anybody may know. */
final class Keys {
    static final String PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PUBLIC KEY-----
            """;

    /** The public key of the seed 00 01 02 … 1f. */
    static final String OTHER_PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=
            -----END PUBLIC KEY-----
            """;

    static final String PRIVATE = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    /** The same, with attributes and the public key behind it. */
    static final String PRIVATE_WITH_MORE = """
            -----BEGIN PRIVATE KEY-----
            MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
            Z9w7lshQhqowtrbLDFw4rXAxZuE=
            -----END PRIVATE KEY-----
            """;

    /** The secret part of them, as it stands in the file, and decoded. */
    static final String SECRET = "Ttctv5E1hK1bbY8fdp";

    static final String SECRET_BYTES = "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842";

    private Keys() {}

    /** Fails unless the action is refused as a bad key, in a message that holds all these parts and no secret. */
    static void refused(Executable action, String... parts) {
        PatchException refused = assertThrows(PatchException.class, action);
        String message = refused.getMessage();
        assertEquals(Code.BAD_KEY, refused.code(), message);
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "\"" + part + "\" is missing in: " + message);
        }
        assertTrue(
                !message.contains(SECRET.substring(0, 8)) && !message.contains(SECRET_BYTES.substring(0, 8)), message);
    }

    static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
