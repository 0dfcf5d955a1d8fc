package elsewhere;

import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

/** An application's class; answers every call of a proxy. */
public record Saying(String what) implements InvocationHandler, Serializable {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        return what;
    }
}
