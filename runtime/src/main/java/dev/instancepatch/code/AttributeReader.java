package dev.instancepatch.code;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads attributes (JVMS 4.7): all that the JVM or reflection looks into, and how long each of the others is. */
final class AttributeReader {
    static final String CODE = "Code";

    /** What has the attributes. */
    enum Place {
        CLASS,
        FIELD,
        METHOD,
        CODE,
        COMPONENT
    }

    private static final Set<String> AT_MOST_ONCE = Set.of(CODE, "StackMapTable", "BootstrapMethods", "Record");

    private final ConstantPool pool;
    private final AnnotationReader annotations;
    private int bootstraps;

    AttributeReader(ConstantPool pool) {
        this.pool = pool;
        this.annotations = new AnnotationReader(pool);
    }

    /** Returns how many bootstrap methods the class has, as far as it was read. */
    int bootstraps() {
        return bootstraps;
    }

    /** Reads the attributes of a class, or of a member; returns their names. */
    Set<String> read(ClassBytes in, Place place) throws MalformedBundleException {
        return read(in, place, null);
    }

    /** Reads the attributes of a method's code. */
    void readOfCode(ClassBytes in, Instructions instructions) throws MalformedBundleException {
        read(in, Place.CODE, instructions);
    }

    private Set<String> read(ClassBytes in, Place place, @Nullable Instructions instructions)
            throws MalformedBundleException {
        Set<String> names = new HashSet<>();
        int count = in.u2();
        for (int i = 0; i < count; i++) {
            String name = pool.text(in.u2());
            ClassBytes content = in.part(in.u4());
            if (!names.add(name) && AT_MOST_ONCE.contains(name)) {
                throw new MalformedBundleException("it has two attributes " + name);
            }
            boolean isKnown = instructions != null && ofCode(name, content, instructions)
                    || place == Place.METHOD && ofMethod(name, content)
                    || place == Place.CLASS && ofClass(name, content)
                    || annotations.read(name, content)
                    || anywhere(name, content);
            if (isKnown) {
                content.requireEnd("an attribute " + name);
            }
        }
        return names;
    }

    private boolean ofCode(String name, ClassBytes in, Instructions instructions) throws MalformedBundleException {
        switch (name) {
            case "StackMapTable" -> new StackMapReader(pool, instructions).read(in);
            case "LineNumberTable" -> in.skip(in.u2() * 4L);
            case "LocalVariableTable", "LocalVariableTypeTable" -> in.skip(in.u2() * 10L);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean ofMethod(String name, ClassBytes in) throws MalformedBundleException {
        switch (name) {
            case CODE -> new CodeReader(pool, this).read(in);
            case "Exceptions" -> classes(in);
            case "MethodParameters" -> {
                for (int left = in.u1(); left > 0; left--) {
                    pool.requireIfAny(in.u2(), ConstantPool.UTF8);
                    in.skip(2);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean ofClass(String name, ClassBytes in) throws MalformedBundleException {
        switch (name) {
            case "BootstrapMethods" -> bootstrapMethods(in);
            case "Record" -> components(in);
            case "NestHost" -> pool.require(in.u2(), ConstantPool.CLASS);
            case "NestMembers", "PermittedSubclasses" -> classes(in);
            case "InnerClasses" -> innerClasses(in);
            case "EnclosingMethod" -> {
                pool.require(in.u2(), ConstantPool.CLASS);
                pool.requireIfAny(in.u2(), ConstantPool.NAME_AND_TYPE);
            }
            case "SourceFile" -> pool.require(in.u2(), ConstantPool.UTF8);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean anywhere(String name, ClassBytes in) throws MalformedBundleException {
        switch (name) {
            case "Signature" -> pool.require(in.u2(), ConstantPool.UTF8);
            case "ConstantValue" ->
                pool.require(
                        in.u2(),
                        ConstantPool.INTEGER,
                        ConstantPool.FLOAT,
                        ConstantPool.LONG,
                        ConstantPool.DOUBLE,
                        ConstantPool.STRING);
            case "Synthetic", "Deprecated" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private void classes(ClassBytes in) throws MalformedBundleException {
        for (int left = in.u2(); left > 0; left--) {
            pool.require(in.u2(), ConstantPool.CLASS);
        }
    }

    private void innerClasses(ClassBytes in) throws MalformedBundleException {
        for (int left = in.u2(); left > 0; left--) {
            pool.require(in.u2(), ConstantPool.CLASS);
            pool.requireIfAny(in.u2(), ConstantPool.CLASS);
            pool.requireIfAny(in.u2(), ConstantPool.UTF8);
            in.skip(2);
        }
    }

    private void bootstrapMethods(ClassBytes in) throws MalformedBundleException {
        bootstraps = in.u2();
        for (int left = bootstraps; left > 0; left--) {
            pool.require(in.u2(), ConstantPool.METHOD_HANDLE);
            for (int arguments = in.u2(); arguments > 0; arguments--) {
                pool.requireLoadable(in.u2());
            }
        }
    }

    private void components(ClassBytes in) throws MalformedBundleException {
        for (int left = in.u2(); left > 0; left--) {
            String name = pool.text(in.u2());
            String descriptor = pool.text(in.u2());
            if (!Descriptors.isMemberName(name) || !Descriptors.isField(descriptor)) {
                throw new MalformedBundleException("a component of the record is none");
            }
            read(in, Place.COMPONENT);
        }
    }
}
