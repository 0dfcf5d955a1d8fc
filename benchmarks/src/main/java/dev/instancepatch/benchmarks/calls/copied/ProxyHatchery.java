package dev.instancepatch.benchmarks.calls.copied;

import dev.instancepatch.benchmarks.calls.Called;
import java.lang.reflect.Proxy;

/** Birds behind a dynamic proxy each, which passes all calls on but the one. */
public final class ProxyHatchery extends PlainHatchery {
    @Override
    public Subject hatch(Called called) {
        Bird bird = new Bird();
        return (Subject) Proxy.newProxyInstance(
                Subject.class.getClassLoader(),
                new Class<?>[] {Subject.class},
                (proxy, method, arguments) ->
                        method.getName().equals(called.method()) ? Called.REPLACED : method.invoke(bird, arguments));
    }
}
