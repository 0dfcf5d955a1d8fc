package dev.instancepatch.agent.serial;

import dev.instancepatch.bridge.StreamInternals;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/** What the runtime asks of streams, answered out of their private members. */
public final class CapsuleHooks implements StreamInternals {
    private static final Overriding RESOLVES_PROXIES =
            new Overriding(ObjectInputStream.class, "resolveProxyClass", String[].class);
    private static final Overriding READS_DESCRIPTORS = new Overriding(ObjectInputStream.class, "readClassDescriptor");

    @Override
    public void standIn(ObjectInputStream in, Object stand) {
        Streams.standIn(in, stand);
    }

    @Override
    public boolean replaces(ObjectOutputStream out) {
        return StreamSubclasses.replaces(out);
    }

    @Override
    public @Nullable Object replace(ObjectOutputStream out, @Nullable Object object) throws IOException {
        return StreamSubclasses.replace(out, object);
    }

    @Override
    public boolean resolvesObjects(ObjectInputStream in) {
        return StreamSubclasses.resolvesObjects(in);
    }

    @Override
    public @Nullable Object resolve(ObjectInputStream in, @Nullable Object object) throws IOException {
        return StreamSubclasses.resolve(in, object);
    }

    @Override
    public boolean resolvesClasses(ObjectInputStream in) {
        return NearestLoader.DECIDES_ITSELF.get(in.getClass());
    }

    @Override
    public Class<?> resolve(ObjectInputStream in, ObjectStreamClass descriptor)
            throws IOException, ClassNotFoundException {
        return StreamSubclasses.resolve(in, descriptor);
    }

    @Override
    public boolean resolvesProxies(ObjectInputStream in) {
        return RESOLVES_PROXIES.get(in.getClass());
    }

    @Override
    public Class<?> resolveProxy(ObjectInputStream in, String[] interfaces) throws IOException, ClassNotFoundException {
        return StreamSubclasses.resolveProxy(in, interfaces);
    }

    @Override
    public boolean readsDescriptors(ObjectInputStream in) {
        return READS_DESCRIPTORS.get(in.getClass());
    }

    @Override
    public boolean isAtEnd(ObjectInputStream in) throws IOException {
        return Streams.isAtEnd(in);
    }

    @Override
    public void countOn(ObjectInputStream from, ObjectInputStream to) {
        StreamSubclasses.countOn(from, to);
    }

    @Override
    public @Nullable ObjectInputFilter filter(ObjectInputStream in, @Nullable ObjectInputFilter filter) {
        return StreamSubclasses.filter(in, filter);
    }

    @Override
    public @Nullable Class<?> shared(ObjectOutputStream inner, ObjectOutputStream outer) {
        return Shared.between(inner, outer);
    }

    @Override
    public boolean hasObjects(ObjectOutputStream inner) {
        return !Shared.objects(inner).isEmpty();
    }

    @Override
    public void keepApart(ObjectOutputStream inner, ObjectOutputStream outer, Object holder, String function) {
        Shared.keepApart(inner, outer, holder, function);
    }
}
