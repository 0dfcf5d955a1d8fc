package dev.instancepatch.code;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one class file (JVMS 4.1). */
final class ClassFileReader {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int FIRST_MAJOR = 45;
    private static final int ACC_MODULE = 0x8000;

    final int minorVersion;
    final int majorVersion;
    final ConstantPool pool;
    final int access;
    final String name;
    final @Nullable String superName;
    final List<String> interfaces = new ArrayList<>();
    final List<ClassFile.Member> methods;

    private final AttributeReader attributes;

    ClassFileReader(ClassBytes in) throws MalformedBundleException {
        if (in.s4() != MAGIC) {
            throw new MalformedBundleException("it does not begin as a class file");
        }
        minorVersion = in.u2();
        majorVersion = in.u2();
        if (majorVersion < FIRST_MAJOR) {
            throw new MalformedBundleException("no JVM had class files of version " + majorVersion);
        }
        pool = ConstantPool.read(in, majorVersion);
        attributes = new AttributeReader(pool);
        access = in.u2();
        if ((access & ACC_MODULE) != 0) {
            throw new MalformedBundleException("it is a module");
        }
        name = plainClass(in.u2());
        superName = superclass(in.u2());
        readInterfaces(in);
        members(in, AttributeReader.Place.FIELD);
        methods = members(in, AttributeReader.Place.METHOD);
        attributes.read(in, AttributeReader.Place.CLASS);
        pool.requireBootstraps(attributes.bootstraps());
        in.requireEnd("it");
    }

    private String plainClass(int index) throws MalformedBundleException {
        String named = pool.className(index);
        if (named.startsWith("[")) {
            throw new MalformedBundleException("an array stands where a class belongs");
        }
        return named;
    }

    private @Nullable String superclass(int index) throws MalformedBundleException {
        if (index == 0 && !name.equals("java/lang/Object")) {
            throw new MalformedBundleException("it has no superclass");
        }
        return index == 0 ? null : plainClass(index);
    }

    private void readInterfaces(ClassBytes in) throws MalformedBundleException {
        int count = in.u2();
        for (int i = 0; i < count; i++) {
            interfaces.add(plainClass(in.u2()));
        }
        if (new HashSet<>(interfaces).size() < count) {
            throw new MalformedBundleException("it names an interface twice");
        }
    }

    private List<ClassFile.Member> members(ClassBytes in, AttributeReader.Place place) throws MalformedBundleException {
        int count = in.u2();
        List<ClassFile.Member> members = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < count; i++) {
            int flags = in.u2();
            ClassFile.Member member = new ClassFile.Member(pool.text(in.u2()), pool.text(in.u2()), flags);
            boolean hasCode = attributes.read(in, place).contains(AttributeReader.CODE);
            boolean isMethod = place == AttributeReader.Place.METHOD;
            boolean isWell = isMethod ? isMethod(member) : isField(member);
            if (!isWell || !known.add(member.name() + " " + member.descriptor())) {
                throw new MalformedBundleException("a field or method of it is none, or there twice");
            }
            if (isMethod && hasCode == (Modifier.isAbstract(flags) || Modifier.isNative(flags))) {
                throw new MalformedBundleException("a method of it has no code, or code that it may not have");
            }
            members.add(member);
        }
        return members;
    }

    private static boolean isField(ClassFile.Member member) {
        return Descriptors.isMemberName(member.name()) && Descriptors.isField(member.descriptor());
    }

    private static boolean isMethod(ClassFile.Member member) {
        return Descriptors.isMethod(member.descriptor())
                && switch (member.name()) {
                    case "<init>" -> member.descriptor().endsWith(")V");
                    case "<clinit>" -> true; // what it may look like changed with Java 7
                    default -> Descriptors.isMemberName(member.name());
                };
    }
}
