package dev.instancepatch.it.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Objects that java.lang.reflect.Proxy made. */
class JdkProxiesTest {
    interface Service {
        String hi(String who);

        int count(int by, long more);

        default String thanks() {
            return "thank you";
        }
    }

    private final List<String> handled = new ArrayList<>();

    private final InvocationHandler handler = (proxy, method, arguments) -> {
        handled.add(method.getName());
        return switch (method.getName()) {
            case "hi" -> "hello " + arguments[0];
            case "count" -> 1;
            default -> "handled";
        };
    };

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(JdkProxiesTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void a_proxy_s_method_is_replaced_before_its_handler() {
        Service service = proxy(Service.class);
        Service other = proxy(Service.class);
        Patch.on(service).method("hi", (Service self, String who) -> "patched " + who);
        assertEquals("patched you", service.hi("you"));
        assertEquals(List.of(), handled);
        assertEquals("hello you", other.hi("you"));
        assertEquals(1, service.count(1, 2));
    }

    @Test
    void original_of_a_proxy_s_method_is_its_handler() {
        Service service = proxy(Service.class);
        Patch.on(service)
                .intercept("hi", call -> "<" + call.original("me") + ">")
                .intercept("count", call -> call.<Integer>original() + call.<Integer>argument(0));
        assertEquals("<hello me>", service.hi("you"));
        assertEquals(6, service.count(5, 2));
        assertEquals(List.of("hi", "count"), handled);
    }

    @Test
    void a_proxy_of_a_public_interface_is_patched() {
        @SuppressWarnings("unchecked")
        Supplier<String> supplier = proxy(Supplier.class);
        Patch.on(supplier).method("get", self -> "patched");
        assertEquals("patched", supplier.get());
        assertEquals("handled", proxy(Supplier.class).get());
    }

    @Test
    void a_default_method_of_a_proxy_is_patched() {
        Service service = proxy(Service.class);
        Patch.on(service).method("thanks", self -> "patched");
        assertEquals("patched", service.thanks());
    }

    @Test
    void toString_of_a_proxy_is_patched() {
        Service service = proxy(Service.class);
        Patch.on(service).method("toString", self -> "patched");
        assertEquals("patched", service.toString());
        assertTrue(Proxy.isProxyClass(service.getClass()));
    }

    @Test
    void a_checked_exception_of_a_proxy_s_replacement_arrives_as_it_is() {
        Service service = proxy(Service.class);
        Patch.on(service).method("hi", (self, who) -> {
            throw new IOException("cable cut");
        });
        assertThrows(IOException.class, () -> service.hi("you"));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Mark {
        String value();
    }

    @Mark("own")
    static class Marked {}

    @Test
    void an_annotation_which_is_a_proxy_is_patched() {
        Mark mark = Marked.class.getAnnotation(Mark.class);
        try (var patches = Patch.scope()) {
            patches.on(mark).method("value", self -> "patched");
            assertEquals("patched", mark.value());
        }
        assertEquals("own", mark.value());
    }
}
