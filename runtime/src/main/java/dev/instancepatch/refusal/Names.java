package dev.instancepatch.refusal;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How refusals name things: full names, never values. */
final class Names {
    private static final int LONGEST = 300;

    private Names() {}

    /** Returns what a stranger named, as a log can take it: one line, of no more than some characters. */
    static String printable(String text) {
        String line = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return line.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns for example {@code com.acme.Greeter.hi(java.lang.String)}. */
    static String of(Method method) {
        return method.getDeclaringClass().getTypeName() + "." + signature(method);
    }

    /** Returns for example {@code hi(java.lang.String)}. */
    static String signature(Method method) {
        return method.getName() + parameters(Arrays.asList(method.getParameterTypes()));
    }

    /** Returns for example {@code (int, java.lang.String)}. */
    static String parameters(List<? extends Class<?>> types) {
        return types.stream().map(Class::getTypeName).collect(Collectors.joining(", ", "(", ")"));
    }

    static String signatures(List<Method> methods) {
        return methods.stream().map(Names::signature).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** Returns for example {@code sha256:3f9a0b12…c1}: enough to find it in a log, short enough to read. */
    static String hash(String hash) {
        int start = hash.indexOf(':') + 1;
        return hash.length() < start + 16
                ? hash
                : hash.substring(0, start + 8) + "…" + hash.substring(hash.length() - 2);
    }

    /** Returns for example {@code 1024 MiB}. */
    static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    /** Returns the full name, and where the class comes from if that is all that tells the two apart. */
    static String withLoader(Class<?> type, Class<?> other) {
        String name = type.getTypeName();
        return name.equals(other.getTypeName()) ? name + " (of " + type.getClassLoader() + ")" : name;
    }

    /** Returns for example {@code keys/team.pub, line 3}. */
    static String line(Path file, int line) {
        return file + ", line " + line;
    }

    /** Returns what an exception says of a file, without naming the file once more. */
    static String reason(Path file, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        String prefix = file + " (";
        return message.startsWith(prefix) && message.endsWith(")")
                ? message.substring(prefix.length(), message.length() - 1)
                : cause.getClass().getSimpleName() + (message.equals(file.toString()) ? "" : ", " + message);
    }
}
