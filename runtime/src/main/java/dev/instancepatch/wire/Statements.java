package dev.instancepatch.wire;

import dev.instancepatch.table.FunctionInterface;
import dev.instancepatch.trust.Statement;
import java.io.ObjectStreamClass;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What signatures in a stream are about. A hash of code covers all of it: interfaces, types, class files with their versions and
 * all that they refer to, values of static fields, and the classes that it uses.
 */
final class Statements {
    private static final int FORMAT = 2;

    private Statements() {}

    /** Returns what a class is called on both sides: each JVM has names of its own for classes of proxies. */
    static String name(ObjectStreamClass descriptor) {
        Class<?> type = descriptor.forClass();
        return type != null && Proxy.isProxyClass(type)
                ? Arrays.stream(type.getInterfaces())
                        .map(Class::getName)
                        .collect(Collectors.joining(",", "proxy of ", ""))
                : descriptor.getName();
    }

    /**
     * One patch, as it is stated.
     *
     * @param declaring name of the class that declares the method
     * @param owner for each captured value, whether it is the patched object itself
     * @param code hash of its function's code
     */
    record StatedPatch(
            String declaring,
            String method,
            String descriptor,
            FunctionInterface type,
            @Nullable String reason,
            boolean[] owner,
            String code) {}

    /**
     * All patches of an object.
     *
     * @param patched name of its class
     */
    static Statement ofPatches(String patched, List<StatedPatch> patches) {
        Statement statement =
                Statement.of("patches").number(FORMAT).text(patched).number(patches.size());
        for (StatedPatch patch : patches) {
            statement
                    .text(patch.declaring)
                    .text(patch.method)
                    .text(patch.descriptor)
                    .text(patch.type.name())
                    .number(patch.reason == null ? 0 : 1)
                    .text(patch.reason == null ? "" : patch.reason)
                    .number(patch.owner.length);
            for (boolean isOwner : patch.owner) {
                statement.number(isOwner ? 1 : 0);
            }
            statement.text(patch.code);
        }
        return statement;
    }

    /** A function that patches nothing. */
    static Statement ofFunction(String code, int captured) {
        return Statement.of("function").number(FORMAT).text(code).number(captured);
    }

    /** A class that objects of the stream have. */
    static Statement ofClass(String code) {
        return Statement.of("class").number(FORMAT).text(code);
    }
}
