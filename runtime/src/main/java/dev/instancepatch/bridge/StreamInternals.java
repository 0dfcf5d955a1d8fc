package dev.instancepatch.bridge;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/** What only an agent can ask of an object stream, or tell it. */
public interface StreamInternals {
    /** Lets references to the object that a stream is in the middle of reading lead to another, which will be the object. */
    void standIn(ObjectInputStream in, Object stand);

    /** Returns true if a stream has said that it replaces objects. */
    boolean replaces(ObjectOutputStream out);

    /** Returns what a stream would write in an object's place. */
    @Nullable
    Object replace(ObjectOutputStream out, @Nullable Object object) throws IOException;

    /** Returns true if a stream has said that it resolves objects. */
    boolean resolvesObjects(ObjectInputStream in);

    /** Returns what a stream would return in an object's place. */
    @Nullable
    Object resolve(ObjectInputStream in, @Nullable Object object) throws IOException;

    /** Returns true if a stream's class decides itself which class a descriptor means. */
    boolean resolvesClasses(ObjectInputStream in);

    /** Returns the class that a descriptor means to a stream. */
    Class<?> resolve(ObjectInputStream in, ObjectStreamClass descriptor) throws IOException, ClassNotFoundException;

    /** Returns true if a stream's class decides itself which class the interfaces of a dynamic proxy mean. */
    boolean resolvesProxies(ObjectInputStream in);

    /** Returns the class of proxies that interfaces mean to a stream. */
    Class<?> resolveProxy(ObjectInputStream in, String[] interfaces) throws IOException, ClassNotFoundException;

    /** Returns true if a stream's class reads descriptors itself, and may decide on classes as it does. */
    boolean readsDescriptors(ObjectInputStream in);

    /** Returns true if nothing is left of the custom data that a stream is reading. */
    boolean isAtEnd(ObjectInputStream in) throws IOException;

    /** Lets one stream go on counting objects, for its filter, where another has arrived. */
    void countOn(ObjectInputStream from, ObjectInputStream to);

    /** Puts a filter in the place of a stream's own, in the middle of reading; returns the one before. */
    @Nullable
    ObjectInputFilter filter(ObjectInputStream in, @Nullable ObjectInputFilter filter);

    /** Returns the class of an object with an identity that one stream has written, and another one too; null if there is none. */
    @Nullable
    Class<?> shared(ObjectOutputStream inner, ObjectOutputStream outer);

    /** Returns true if a stream has written objects with an identity: not only strings, numbers and the like. */
    boolean hasObjects(ObjectOutputStream inner);

    /**
     * Lets a stream refuse what another one has written already, from now on.
     *
     * @param holder the object of the outer stream that holds the inner one
     * @param function what captured the objects, for the refusal
     */
    void keepApart(ObjectOutputStream inner, ObjectOutputStream outer, Object holder, String function);
}
