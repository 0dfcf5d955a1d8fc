package dev.instancepatch.it.kinds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Classes that a test writes as source text, because no source file could or should hold them. */
final class Compiled {
    private Compiled() {}

    /** Compiles one top-level class and makes an object of it. */
    static Object object(String name, String source, String... options) {
        try {
            return type(name, source, options).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Compiles one top-level class and defines it in a loader of its own. */
    static Class<?> type(String name, String source, String... options) {
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (JavaFileManager files = inMemory(compiler, classes)) {
            if (!compiler.getTask(said, files, null, List.of(options), null, List.of(text(name, source)))
                    .call()) {
                throw new AssertionError(said.toString());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, byte[]> bytes = new HashMap<>();
        classes.forEach((key, value) -> bytes.put(key, value.toByteArray()));
        return define(name, bytes);
    }

    /** Defines class files in a loader of their own. */
    static Class<?> define(String name, Map<String, byte[]> classes) {
        try {
            return new Defining(classes).loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static JavaFileObject text(String name, String source) {
        return new SimpleJavaFileObject(URI.create(name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static JavaFileManager inMemory(JavaCompiler compiler, Map<String, ByteArrayOutputStream> classes) {
        return new ForwardingJavaFileManager<JavaFileManager>(compiler.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create(className.replace('.', '/') + ".class"), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(className, c -> new ByteArrayOutputStream());
                    }
                };
            }
        };
    }

    private static final class Defining extends ClassLoader {
        private final Map<String, byte[]> classes;

        Defining(Map<String, byte[]> classes) {
            super(Compiled.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    /** Calls a declared method by reflection, whatever its visibility. */
    static Object call(Object object, String name, Object... arguments) {
        try {
            for (Method method : object.getClass().getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    method.setAccessible(true);
                    return method.invoke(object, arguments);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no " + name + " in " + object.getClass());
    }
}
