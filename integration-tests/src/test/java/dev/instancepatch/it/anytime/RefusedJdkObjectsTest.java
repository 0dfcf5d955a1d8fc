package dev.instancepatch.it.anytime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.instancepatch.Code;
import dev.instancepatch.Patch;
import dev.instancepatch.PatchException;
import dev.instancepatch.it.Refused;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Dispatch itself links and runs through some classes of the JDK: their methods are refused by name, with the reason. */
class RefusedJdkObjectsTest {
    private static void assertRefusedMethod(Object object, String name) {
        Refused.with(
                Code.UNPATCHABLE_METHOD,
                () -> Patch.on(object).intercept(name, call -> null),
                "." + name + "(",
                "cannot be patched",
                "JVM itself");
    }

    @Test
    void Thread_getName_is_refused() {
        Thread thread = new Thread(() -> {}, "mine");
        assertRefusedMethod(thread, "getName");
        assertEquals("mine", thread.getName());
    }

    @Test
    void a_class_loader_s_methods_are_refused() {
        assertRefusedMethod(new ClassLoader() {}, "getParent");
    }

    @Test
    void references_are_refused() {
        String text = "x";
        assertRefusedMethod(new WeakReference<>(text), "get");
        assertRefusedMethod(new SoftReference<>(text), "get");
    }

    @Test
    void method_handles_and_their_kin_are_refused() throws Exception {
        MethodHandle handle =
                MethodHandles.lookup().findVirtual(Object.class, "toString", MethodType.methodType(String.class));
        assertRefusedMethod(handle, "asFixedArity");
        assertRefusedMethod(handle.type(), "parameterCount");
        assertRefusedMethod(MethodHandles.lookup(), "lookupClass");
    }

    @Test
    void a_Module_a_Runtime_and_a_ThreadLocal_are_refused() {
        assertRefusedMethod(Object.class.getModule(), "getName");
        assertRefusedMethod(Runtime.getRuntime(), "addShutdownHook");
        assertRefusedMethod(new ThreadLocal<String>(), "initialValue");
    }

    @Test
    void a_Class_a_String_a_box_and_an_array_are_refused_whatever_the_method() {
        for (Object object : List.of(String.class, "text", 1, 'c', 2.5, true, new Object[0], new long[1][1])) {
            Refused.with(
                    Code.UNPATCHABLE_OBJECT,
                    () -> Patch.on(object),
                    object.getClass().getTypeName());
        }
    }

    @Test
    void lambdas_and_method_references_are_refused() {
        Callable<String> lambda = () -> "x";
        Callable<String> reference = "x"::toString;
        Refused.with(Code.UNPATCHABLE_OBJECT, () -> Patch.on(lambda), "lambda", "hidden class");
        Refused.with(Code.UNPATCHABLE_OBJECT, () -> Patch.on(reference), "lambda", "hidden class");
    }

    @Test
    void native_methods_of_Object_are_refused_on_any_object() {
        for (String name : List.of("hashCode", "getClass", "notify", "notifyAll")) {
            Refused.with(
                    Code.UNPATCHABLE_METHOD,
                    () -> Patch.on(new Object()).intercept(name, call -> null),
                    "java.lang.Object." + name + "()",
                    "native");
        }
    }

    @Test
    void an_object_of_ours_is_refused() {
        PatchException refusal = Refused.with(
                Code.UNPATCHABLE_METHOD,
                () -> Patch.on(Patch.on(new Object())).intercept("restoreAll", call -> null),
                "this library");
        assertEquals(Code.UNPATCHABLE_METHOD, refusal.code());
    }

    private static final class Worker extends Thread {
        String job() {
            return "work";
        }
    }

    private static final class Loader extends ClassLoader {
        String job() {
            return "load";
        }
    }

    @Test
    void own_methods_of_an_application_s_Thread_and_ClassLoader_are_patched() {
        Worker worker = new Worker();
        Loader loader = new Loader();
        Patch.on(worker).method("job", self -> "patched");
        Patch.on(loader).method("job", self -> "patched");
        assertEquals("patched", worker.job());
        assertEquals("patched", loader.job());
        assertRefusedMethod(worker, "getName");
        assertRefusedMethod(loader, "getParent");
    }
}
