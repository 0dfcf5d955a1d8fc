package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.MALFORMED_PAYLOAD;
import static dev.instancepatch.Code.NEWER_CLASS_FILE;
import static dev.instancepatch.Code.UNSAFE_CLASS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.instancepatch.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** An insider, who has a key that is trusted, sends classes that no compiler made. What a key is good for is calling functions. */
class StructureTest {
    private static final int PUBLIC = Opcodes.ACC_PUBLIC;

    private static Sender insider() {
        return Sender.with(Key.HONEST.signing(), Programs.evil(), Programs.forge());
    }

    private static Map<Crafted, Code> crafted() {
        Crafted good = Crafted.of("evil/Host");
        Map<Crafted, Code> crafted = new LinkedHashMap<>();
        crafted.put(Crafted.of("java/lang/Host"), MALFORMED_PAYLOAD);
        crafted.put(Crafted.of("javax/evil/Host"), MALFORMED_PAYLOAD);
        crafted.put(Crafted.of("dev/instancepatch/Host"), MALFORMED_PAYLOAD);
        crafted.put(Crafted.of("dev/instancepatch/wire/Host"), MALFORMED_PAYLOAD);
        crafted.put(other("evil/Host", "java/lang/Host"), UNSAFE_CLASS);
        crafted.put(other("evil/Host", "dev/instancepatch/trust/Host"), UNSAFE_CLASS);
        crafted.put(other("evil/Host", "evil/Guest"), UNSAFE_CLASS);
        crafted.put(other("evil/Host", "zoo/Turkey"), UNSAFE_CLASS);
        crafted.put(good.longer(), MALFORMED_PAYLOAD);
        crafted.put(good.cut(1), MALFORMED_PAYLOAD);
        crafted.put(good.version(0, 999), NEWER_CLASS_FILE);
        crafted.put(good.version(65_535, Opcodes.V17), UNSAFE_CLASS);
        crafted.put(good.version(65_535, 44 + Runtime.version().feature()), UNSAFE_CLASS);
        crafted.put(
                Crafted.of("evil/Host", c -> c.visitMethod(PUBLIC | Opcodes.ACC_NATIVE, "run", "()V", null, null)),
                UNSAFE_CLASS);
        crafted.put(loader("java/lang/ClassLoader"), UNSAFE_CLASS);
        crafted.put(loader("java/security/SecureClassLoader"), UNSAFE_CLASS);
        crafted.put(loader("java/net/URLClassLoader"), UNSAFE_CLASS);
        crafted.put(loader("jdk/internal/reflect/MagicAccessorImpl"), UNSAFE_CLASS);
        crafted.put(acting("readObject", "(Ljava/io/ObjectInputStream;)V"), UNSAFE_CLASS);
        crafted.put(acting("readObjectNoData", "()V"), UNSAFE_CLASS);
        crafted.put(acting("readResolve", "()Ljava/lang/Object;"), UNSAFE_CLASS);
        crafted.put(acting("readExternal", "(Ljava/io/ObjectInput;)V"), UNSAFE_CLASS);
        crafted.put(acting("validateObject", "()V"), UNSAFE_CLASS);
        crafted.put(acting("finalize", "()V"), UNSAFE_CLASS);
        crafted.put(naming("dev/instancepatch/Trust"), UNSAFE_CLASS);
        crafted.put(naming("dev/instancepatch/trust/TrustGate"), UNSAFE_CLASS);
        crafted.put(naming("dev/instancepatch/bridge/Bridge"), UNSAFE_CLASS);
        return crafted;
    }

    private static Crafted other(String name, String thisClass) {
        return Crafted.of(name, thisClass, Opcodes.V17, "java/lang/Object", writer -> {});
    }

    private static Crafted loader(String superclass) {
        return Crafted.of("evil/Host", "evil/Host", Opcodes.V17, superclass, writer -> {});
    }

    private static Crafted acting(String method, String descriptor) {
        return Crafted.of("evil/Host", writer -> Crafted.canary(writer, PUBLIC, method, descriptor));
    }

    private static Crafted naming(String type) {
        return Crafted.of("evil/Host", writer -> {
            MethodVisitor method = writer.visitMethod(PUBLIC | Opcodes.ACC_STATIC, "open", "()V", null, null);
            method.visitCode();
            method.visitMethodInsn(Opcodes.INVOKESTATIC, type, "all", "()L" + type + ";", false);
            method.visitInsn(Opcodes.POP);
            method.visitInsn(Opcodes.RETURN);
            method.visitMaxs(1, 0);
            method.visitEnd();
        });
    }

    @Test
    void classes_that_no_compiler_makes_of_a_function_are_refused_though_they_are_signed() {
        Sent honest = Sender.honest().stream("honest.Farm.turkey");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest, "HONESThello");
                Siege all = Siege.of("trust=all").honest(honest, "HONESThello")) {
            crafted().forEach((crafted, code) -> {
                for (String format : List.of("stream", "parcel")) {
                    keys.refuses(code, insider().of(format, "forge.Forge.function", crafted.images()));
                    byte[] beside = Crafted.images(Crafted.of("evil/First"), crafted);
                    keys.refuses(code, insider().of(format, "forge.Forge.function", beside));
                    boolean isAllowedToAll =
                            code == UNSAFE_CLASS && crafted.name().equals("evil/Host");
                    if (!isAllowedToAll) {
                        all.refuses(code, insider().of(format, "forge.Forge.function", crafted.images()));
                    }
                }
            });
        }
    }

    @Test
    void code_whose_frames_are_wrong_never_runs() {
        Crafted wrong = Crafted.of("evil/Host", writer -> {
            MethodVisitor method = writer.visitMethod(PUBLIC | Opcodes.ACC_STATIC, "run", "(I)I", null, null);
            method.visitCode();
            method.visitVarInsn(Opcodes.ILOAD, 0);
            net.bytebuddy.jar.asm.Label end = new net.bytebuddy.jar.asm.Label();
            method.visitJumpInsn(Opcodes.IFEQ, end);
            method.visitInsn(Opcodes.ICONST_0);
            method.visitInsn(Opcodes.IRETURN);
            method.visitLabel(end);
            method.visitFrame(Opcodes.F_FULL, 1, new Object[] {"java/lang/String"}, 0, new Object[0]);
            method.visitInsn(Opcodes.ICONST_1);
            method.visitInsn(Opcodes.IRETURN);
            method.visitMaxs(1, 1);
            method.visitEnd();
        });
        Sent honest = Sender.honest().stream("honest.Farm.turkey");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest, "HONESThello")) {
            keys.refuses(MALFORMED_PAYLOAD, insider().of("stream", "forge.Forge.function", wrong.images()));
            keys.refuses(MALFORMED_PAYLOAD, insider().of("parcel", "forge.Forge.function", wrong.images()));
        }
    }

    @Test
    void what_would_act_while_it_is_read_needs_a_key_that_may_send_it() {
        Sent honest = Sender.honest().stream("honest.Farm.crate");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest, "HONEST crate");
                Siege allowing = Siege.of("trust=" + Key.HONEST.scoped("Allow: serialization-methods"))
                        .honest(honest, "HONEST crate")) {
            keys.refuses(UNSAFE_CLASS, insider().stream("evil.Mob.loot"));
            keys.refuses(UNSAFE_CLASS, insider().parcel("evil.Mob.loot"));
            String happened = allowing.happens(insider().stream("evil.Mob.loot"));
            assertTrue(happened.startsWith("says EVIL loot; "), happened);
            assertTrue(happened.contains("EVIL readObject"), happened);
        }
    }

    @Test
    void an_initializer_does_not_run_while_a_signed_function_is_read() {
        Crafted initializing =
                Crafted.of("evil/Host", writer -> Crafted.canary(writer, Opcodes.ACC_STATIC, "<clinit>", "()V"));
        Sent honest = Sender.honest().stream("honest.Farm.turkey");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest, "HONESThello");
                Siege local =
                        Siege.of("trust=local").honest(Sender.honest().stream("honest.Farm.unpatched"), "hellohello")) {
            Sent sent = insider().of("stream", "forge.Forge.function", initializing.images());
            local.refuses(Code.CODE_NOT_TRUSTED, sent);
            assertEquals("read; defined: evil/Host; happened: ", keys.reads(sent)); // signed, so that it may be defined
        }
    }

    @Test
    void received_code_does_not_change_what_is_trusted() {
        Sent honest = Sender.honest().stream("honest.Farm.turkey");
        Sent stranger = Sender.attacker().stream("evil.Mob.turkey");
        try (Siege keys = Siege.of(Key.HONEST.trusting()).honest(honest, "HONESThello")) {
            keys.refuses(UNSAFE_CLASS, insider().stream("evil.Mob.letIn"));
            keys.refuses(UNSAFE_CLASS, insider().parcel("evil.Mob.letIn"));
            keys.refuses(Code.CODE_NOT_TRUSTED, stranger);
            String happened = keys.happens(insider().stream("evil.Mob.letInByReflection"));
            assertTrue(happened.contains("[trust-locked]"), happened);
            assertEquals("refused CODE_NOT_TRUSTED", keys.happens(stranger).split(";")[0]);
        }
    }
}
