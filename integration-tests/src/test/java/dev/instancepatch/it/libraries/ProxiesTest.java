package dev.instancepatch.it.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Patch;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import javassist.util.proxy.MethodHandler;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.cglib.proxy.Enhancer;

/** The proxies that applications hold instead of their own objects, each of which notes the calls that pass through it. */
class ProxiesTest {
    /** What a proxy stands for. */
    public static class Account implements Holder {
        private int balance = 10;

        /** Makes an account of ten. */
        public Account() {}

        @Override
        public String owner() {
            return "own";
        }

        @Override
        public int deposit(int amount) {
            balance += amount;
            return balance;
        }

        /** Calls itself: a proxy in front of another object does not see it. */
        public String shown() {
            return "<" + owner() + ">";
        }

        /** Not overridable: no proxy sees it. */
        public final String fixed() {
            return "fixed";
        }
    }

    /** What the proxies of interfaces have. */
    public interface Holder {
        String owner();

        int deposit(int amount);
    }

    private static final List<String> SEEN = new ArrayList<>();

    static final List<Named<Function<Account, Account>>> SUBCLASSES = Stream.<Named<Function<Account, Account>>>of(
                    Named.of("CGLIB", account -> cglib()),
                    Named.of("Byte Buddy", account -> byteBuddy()),
                    Named.of("Javassist", account -> javassist()),
                    Named.of("Spring AOP", ProxiesTest::spring))
            .toList();

    private static Account cglib() {
        Enhancer enhancer = new Enhancer();
        enhancer.setSuperclass(Account.class);
        enhancer.setCallback(
                (org.springframework.cglib.proxy.MethodInterceptor) (proxy, method, arguments, original) -> {
                    SEEN.add(method.getName());
                    return original.invokeSuper(proxy, arguments);
                });
        return (Account) enhancer.create();
    }

    /** What Byte Buddy's proxies call. */
    public static final class Noting {
        private Noting() {}

        /** Called for each method. */
        @RuntimeType
        public static Object note(@Origin Method method, @SuperCall Callable<?> original) throws Exception {
            SEEN.add(method.getName());
            return original.call();
        }
    }

    private static Account byteBuddy() {
        try {
            return new ByteBuddy()
                    .subclass(Account.class)
                    .method(ElementMatchers.isDeclaredBy(Account.class))
                    .intercept(MethodDelegation.to(Noting.class))
                    .make()
                    .load(ProxiesTest.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                    .getLoaded()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Account javassist() {
        javassist.util.proxy.ProxyFactory factory = new javassist.util.proxy.ProxyFactory();
        factory.setSuperclass(Account.class);
        MethodHandler handler = (self, method, original, arguments) -> {
            SEEN.add(method.getName());
            return original.invoke(self, arguments);
        };
        try {
            return (Account) factory.create(new Class<?>[0], new Object[0], handler);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static MethodInterceptor noting() {
        return invocation -> {
            SEEN.add(invocation.getMethod().getName());
            return invocation.proceed();
        };
    }

    private static Account spring(Account target) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.setProxyTargetClass(true);
        factory.addAdvice(noting());
        return (Account) factory.getProxy();
    }

    private static Holder springInterface(Account target) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.addAdvice(noting());
        return (Holder) factory.getProxy();
    }

    private static Account made(Function<Account, Account> proxy, Account target) {
        Account made = proxy.apply(target);
        SEEN.clear();
        assertNotSame(Account.class, made.getClass());
        assertEquals("own", made.owner());
        assertEquals(List.of("owner"), SEEN, "a proxy");
        SEEN.clear();
        return made;
    }

    @ParameterizedTest
    @FieldSource("SUBCLASSES")
    void a_patch_on_the_proxy_comes_before_it(Function<Account, Account> proxy) {
        Account account = made(proxy, new Account());
        Account other = proxy.apply(new Account());
        Patch.on(account).method("owner", self -> "patched");
        assertEquals("patched", account.owner());
        assertEquals("patched", ((Holder) account).owner());
        assertEquals(List.of(), SEEN);
        assertEquals("own", other.owner());
        assertEquals("own", new Account().owner());
    }

    @ParameterizedTest
    @FieldSource("SUBCLASSES")
    void original_is_the_proxy_s_method(Function<Account, Account> proxy) {
        Account account = made(proxy, new Account());
        Patch.on(account)
                .around("owner", (original, self) -> original.call() + "!")
                .intercept("deposit", call -> -call.<Integer>original(5));
        assertEquals("own!", account.owner());
        assertEquals(-15, account.deposit(1));
        assertEquals(List.of("owner", "deposit"), SEEN);
    }

    @ParameterizedTest
    @FieldSource("SUBCLASSES")
    void a_method_reference_of_the_superclass_means_the_proxy_s_method(Function<Account, Account> proxy) {
        Account account = made(proxy, new Account());
        Patch.on(account).method(Account::owner, self -> "patched");
        assertEquals("patched", account.owner());
        Patch.on(account).restore(Account::owner);
        assertEquals("own", account.owner());
    }

    @ParameterizedTest
    @FieldSource("SUBCLASSES")
    void a_final_method_that_no_proxy_overrides_is_patched(Function<Account, Account> proxy) {
        Account account = made(proxy, new Account());
        Patch.on(account).method("fixed", self -> "patched");
        assertEquals("patched", account.fixed());
        assertEquals("fixed", new Account().fixed());
    }

    @ParameterizedTest
    @FieldSource("SUBCLASSES")
    void a_restored_proxy_is_a_proxy(Function<Account, Account> proxy) {
        Account account = made(proxy, new Account());
        Patch.on(account).method("owner", self -> "patched").restoreAll();
        assertEquals("own", account.owner());
        assertEquals(List.of("owner"), SEEN);
        assertFalse(Patch.isPatched(account));
    }

    @Test
    void a_patch_on_a_Spring_proxy_s_target_is_called_by_the_target_itself_too() {
        Account target = new Account();
        Account proxy = spring(target);
        Patch.on(target).method("owner", self -> "patched");
        assertEquals("patched", proxy.owner());
        assertEquals("<patched>", proxy.shown());
    }

    @Test
    void a_patch_on_a_Spring_proxy_is_not_called_by_its_target() {
        Account target = new Account();
        Account proxy = spring(target);
        Patch.on(proxy).method("owner", self -> "patched");
        assertEquals("patched", proxy.owner());
        assertEquals("<own>", proxy.shown());
        assertEquals("own", target.owner());
    }

    @Test
    void a_Spring_proxy_of_an_interface_is_patched() {
        Holder holder = springInterface(new Account());
        Holder other = springInterface(new Account());
        assertTrue(AopUtils.isJdkDynamicProxy(holder));
        Patch.on(holder).method("owner", self -> "patched").intercept("deposit", call -> -call.<Integer>original());
        SEEN.clear();
        assertEquals("patched", holder.owner());
        assertEquals(-13, holder.deposit(3));
        assertEquals(List.of("deposit"), SEEN);
        assertEquals("own", other.owner());
    }

    @Test
    void a_Spring_proxy_s_own_methods_stay() {
        Account proxy = spring(new Account());
        Patch.on(proxy).method("owner", self -> "patched");
        assertTrue(AopUtils.isCglibProxy(proxy));
        assertEquals(Account.class, AopUtils.getTargetClass(proxy));
        assertEquals("fixed", proxy.fixed());
    }
}
