package dev.instancepatch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ToldTest {
    @Test
    void a_system_property_says_it() {
        System.setProperty("instancepatch.of-this-test", " strip ");
        try {
            assertEquals("strip", Told.value("of-this-test"));
        } finally {
            System.clearProperty("instancepatch.of-this-test");
        }
        assertNull(Told.value("of-this-test"));
    }
}
