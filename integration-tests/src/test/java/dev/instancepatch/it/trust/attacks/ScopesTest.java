package dev.instancepatch.it.trust.attacks;

import static dev.instancepatch.Code.CODE_NOT_TRUSTED;
import static dev.instancepatch.Code.SIGNATURE_EXPIRED;
import static dev.instancepatch.Code.TARGET_MISSING;
import static dev.instancepatch.Code.TARGET_NOT_ALLOWED;

import dev.instancepatch.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a key is good for, its receiver says; what no key vouches for patches nothing of the JDK's. */
class ScopesTest {
    private static Sender insider() {
        return Sender.with(Key.HONEST.signing(), Programs.evil(), Programs.forge());
    }

    private static void refusesBoth(Siege siege, Code code, Sender sender, String... methods) {
        for (String method : methods) {
            siege.refuses(code, sender.stream(method));
            siege.refuses(code, sender.parcel(method));
        }
    }

    @Test
    void a_key_for_some_classes_patches_no_others_and_sends_no_other_code() {
        Sender honest = Sender.honest();
        Sent pigeon = honest.stream("honest.Farm.pigeon");
        for (String targets : List.of("zoo.Pigeon", "zoo.Pigeon:farm.*")) {
            try (Siege scoped = Siege.of("trust=" + Key.HONEST.scoped("Targets: " + targets))
                    .honest(pigeon, "HONESThello")) {
                scoped.says("HONESThello", honest.parcel("honest.Farm.pigeon"));
                refusesBoth(scoped, TARGET_NOT_ALLOWED, insider(), "evil.Mob.turkey", "evil.Mob.job", "evil.Mob.loot");
                refusesBoth(
                        scoped, TARGET_NOT_ALLOWED, insider(), "evil.Mob.flock", "evil.Mob.behind", "evil.Mob.held");
                refusesBoth(scoped, TARGET_NOT_ALLOWED, honest, "honest.Farm.crate", "honest.Farm.list");
            }
        }
    }

    @Test
    void a_key_that_has_expired_is_good_for_nothing() {
        Sent unpatched = Sender.honest().stream("honest.Farm.unpatched");
        try (Siege expired =
                Siege.of("trust=" + Key.HONEST.scoped("Expires: 2020-01-01")).honest(unpatched, "hellohello")) {
            refusesBoth(
                    expired,
                    SIGNATURE_EXPIRED,
                    Sender.honest(),
                    "honest.Farm.turkey",
                    "honest.Farm.job",
                    "honest.Farm.crate");
            refusesBoth(expired, SIGNATURE_EXPIRED, insider(), "evil.Mob.turkey", "evil.Mob.job", "evil.Mob.loot");
        }
    }

    @Test
    void own_code_patches_an_object_of_the_jdk_only_where_that_is_allowed() {
        Sender nobody = Sender.with("trust=local", Programs.honest());
        Sent unpatched = nobody.stream("honest.Farm.turkey");
        Sent list = nobody.stream("honest.Farm.list");
        try (Siege local = Siege.of("trust=local", Programs.honest()).honest(unpatched, "HONESThello");
                Siege keys = Siege.of(Key.HONEST.trusting(), Programs.honest()).honest(unpatched, "HONESThello");
                Siege other = Siege.of("trust=local,wire-targets=java.util.LinkedList", Programs.honest())
                        .honest(unpatched, "HONESThello");
                Siege allowed = Siege.of("trust=local,wire-targets=java.util.*", Programs.honest())
                        .honest(unpatched, "HONESThello")) {
            for (Siege siege : List.of(local, keys, other)) {
                refusesBoth(siege, TARGET_NOT_ALLOWED, nobody, "honest.Farm.list");
                refusesBoth(siege, TARGET_NOT_ALLOWED, Sender.unsigned(), "evil.Mob.list");
            }
            allowed.says("a list of 7", list);
            refusesBoth(allowed, CODE_NOT_TRUSTED, Sender.unsigned(), "evil.Mob.list");
            keys.says("a list of 7", Sender.honest().stream("honest.Farm.list"));
        }
    }

    @Test
    void a_class_that_the_receiver_excludes_is_not_patched_whoever_signs() {
        Sender honest = Sender.honest();
        try (Siege keys = Siege.of(Key.HONEST.trusting() + ",exclude=zoo.Pigeon")
                .honest(honest.stream("honest.Farm.turkey"), "HONESThello")) {
            refusesBoth(keys, TARGET_MISSING, honest, "honest.Farm.pigeon");
        }
    }
}
