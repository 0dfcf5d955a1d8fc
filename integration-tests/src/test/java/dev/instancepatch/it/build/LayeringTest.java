package dev.instancepatch.it.build;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.instancepatch.it.Jars;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the house, over the classes that are in the agent's jar. */
class LayeringTest {
    private static final String API = "dev.instancepatch";
    private static final String AGENT = "dev.instancepatch.agent";

    private static JavaClasses house;

    @BeforeAll
    static void importTheJar() throws IOException {
        try (JarFile jar = new JarFile(Jars.agent().toFile())) {
            house = new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/shaded/"))
                    .importJar(jar);
        }
    }

    /** What every room may say: functional interfaces, Call, Origin, Code, the exceptions, and what a report is made of. */
    private static DescribedPredicate<JavaClass> vocabulary() {
        return DescribedPredicate.describe(
                "the API's vocabulary",
                type -> type.getPackageName().equals(API)
                        && type.getSimpleName()
                                .matches("(Void)?Replacement\\d|Original\\d|Around\\d|Interceptor|Call|Origin|Code"
                                        + "|(Refused)?PatchException|Packed(Class|Bundle|Unit|Patch)"));
    }

    private static DescribedPredicate<JavaClass> room(String... names) {
        String[] packages = Arrays.stream(names).map(name -> API + "." + name).toArray(String[]::new);
        return resideInAnyPackage(packages).as("rooms " + String.join(", ", names));
    }

    /** Says which other rooms a room may know; itself, the JDK and the vocabulary go without saying. */
    private static ArchRule knowsOnly(String room, String... others) {
        String[] known = Stream.concat(Stream.of(room), Arrays.stream(others)).toArray(String[]::new);
        return classes()
                .that(room(room))
                .should()
                .onlyDependOnClassesThat(room(known)
                        .or(vocabulary())
                        .or(resideInAnyPackage(
                                "java..",
                                "org.jspecify.annotations",
                                AGENT + ".shaded.asm..",
                                AGENT + ".shaded.bytebuddy..",
                                AGENT + ".shaded.picocli..")))
                .as(room + " knows only " + String.join(", ", others));
    }

    private static ArchRule knowsNothingOf(String room, String... others) {
        return noClasses()
                .that(room(room))
                .should()
                .dependOnClassesThat(room(others))
                .as(room + " knows nothing of " + String.join(", ", others));
    }

    @Test
    void table_restore_and_bridge_do_not_know_each_other() {
        knowsNothingOf("table", "restore", "bridge").check(house);
        knowsNothingOf("restore", "table", "bridge").check(house);
        knowsNothingOf("bridge", "table", "restore").check(house);
    }

    @Test
    void code_knows_no_other_room() {
        knowsOnly("code").check(house);
    }

    @Test
    void refusal_knows_the_vocabulary_only() {
        knowsOnly("refusal").check(house);
    }

    @Test
    void each_room_of_the_runtime_knows_few_others() {
        knowsOnly("table", "refusal").check(house);
        knowsOnly("select", "table", "refusal").check(house);
        knowsOnly("restore", "code", "refusal").check(house);
        knowsOnly("trust", "code", "refusal").check(house);
        knowsOnly("bridge", "code", "refusal").check(house);
        knowsOnly("wire", "bridge", "code", "refusal", "restore", "select", "table", "trust")
                .check(house);
        knowsOnly("parcel", "bridge", "code", "refusal", "trust", "wire").check(house);
        knowsOnly("inspect", "code", "refusal", "table").check(house);
    }

    @Test
    void no_room_knows_the_API_s_verbs() {
        noClasses()
                .that(not(resideInAnyPackage(API)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(API).and(not(vocabulary())))
                .check(house);
    }

    @Test
    void the_API_knows_table_select_bridge_and_refusal() {
        classes()
                .that(resideInAnyPackage(API))
                .and()
                .doNotHaveSimpleName("Trust")
                .and()
                .doNotHaveSimpleName("Portable") // registers packages
                .and()
                .haveNameNotMatching(".*\\.Parcel(Report)?") // packs, unpacks and looks inside
                .and()
                .doNotHaveSimpleName("PatchView") // asks the agent for a function's bundle, and that for its identity
                .should()
                .onlyDependOnClassesThat(room("table", "select", "bridge", "refusal")
                        .or(resideInAnyPackage(API, "java..", "org.jspecify.annotations")))
                .check(house);
    }

    @Test
    void PatchView_knows_code_besides() {
        classes()
                .that()
                .haveFullyQualifiedName(API + ".PatchView")
                .should()
                .onlyDependOnClassesThat(room("table", "bridge", "code")
                        .or(resideInAnyPackage(API, "java..", "org.jspecify.annotations")))
                .check(house);
    }

    @Test
    void Parcel_and_its_report_alone_of_the_API_know_parcel_and_inspect() {
        classes()
                .that()
                .haveNameMatching(API + ".Parcel(Report)?")
                .should()
                .onlyDependOnClassesThat(room("parcel", "inspect", "refusal")
                        .or(resideInAnyPackage(API, "java..", "org.jspecify.annotations")))
                .check(house);
    }

    @Test
    void Portable_knows_code_besides() {
        classes()
                .that()
                .haveFullyQualifiedName(API + ".Portable")
                .should()
                .onlyDependOnClassesThat(room("bridge", "code", "refusal")
                        .or(resideInAnyPackage(API, "java..", "org.jspecify.annotations")))
                .check(house);
    }

    @Test
    void Trust_alone_of_the_API_knows_trust_and_what_received_code_is() {
        classes()
                .that()
                .haveFullyQualifiedName(API + ".Trust")
                .should()
                .onlyDependOnClassesThat(room("trust", "restore", "refusal")
                        .or(resideInAnyPackage(API, "java..", "org.jspecify.annotations")))
                .check(house);
    }

    @Test
    void the_runtime_depends_on_java_base_alone() {
        Set<String> foreign = house.stream()
                .filter(type -> !type.getPackageName().startsWith(AGENT))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(type -> !type.isPrimitive() && !isOfJavaBase(type))
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith("org.jspecify.annotations."))
                .filter(name -> !name.startsWith(API + ".") || name.startsWith(AGENT + "."))
                .collect(Collectors.toCollection(TreeSet::new));
        org.junit.jupiter.api.Assertions.assertEquals(Set.of(), foreign);
    }

    private static boolean isOfJavaBase(JavaClass type) {
        return ModuleLayer.boot()
                .findModule("java.base")
                .orElseThrow()
                .getPackages()
                .contains(type.getPackageName());
    }

    @Test
    void weave_and_capture_do_not_know_each_other() {
        knowsNothingOf("agent.weave", "agent.capture", "agent.serial").check(house);
        knowsNothingOf("agent.capture", "agent.weave", "agent.serial").check(house);
        knowsNothingOf("agent.serial", "agent.weave").check(house);
    }

    @Test
    void the_door_knows_nobody() {
        knowsOnly("agent.door").check(house);
    }

    @Test
    void each_room_of_the_agent_knows_few_others() {
        knowsOnly("agent.backstage", "agent.door").check(house);
        knowsOnly("agent.cli", "trust", "refusal").check(house);
        knowsOnly("agent.verify", "code").check(house);
        knowsOnly("agent.weave", "agent.backstage", "agent.door", "code", "table", "refusal")
                .check(house);
        knowsOnly("agent.capture", "agent.backstage", "bridge", "code", "restore", "table", "refusal", "trust", "wire")
                .check(house);
        knowsOnly(
                        "agent.serial",
                        "bridge",
                        "agent.backstage",
                        "agent.capture",
                        "agent.door",
                        "code",
                        "wire",
                        "restore",
                        "table",
                        "refusal")
                .check(house);
    }

    @Test
    void the_command_line_and_its_library_are_for_nobody_else() {
        noClasses()
                .that(not(room("agent.cli")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(AGENT + ".cli", AGENT + ".shaded.picocli.."))
                .check(house);
    }

    @Test
    void flight_alone_knows_the_flight_recorder() {
        classes()
                .that(room("agent.flight"))
                .should()
                .onlyDependOnClassesThat(room("agent.flight", "trust")
                        .or(vocabulary())
                        .or(resideInAnyPackage("java..", "jdk.jfr", "org.jspecify.annotations")))
                .check(house);
        noClasses()
                .that(not(room("agent.flight")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jdk.jfr.."))
                .check(house);
    }

    @Test
    void only_the_agent_s_root_puts_its_rooms_together() {
        noClasses()
                .that(not(resideInAnyPackage(AGENT)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(AGENT))
                .check(house);
    }

    @Test
    void the_runtime_knows_nothing_of_the_agent_s_classes() {
        noClasses()
                .that(not(resideInAnyPackage(AGENT + "..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(AGENT + ".."))
                .check(house);
    }

    @Test
    void the_house_was_imported() {
        org.junit.jupiter.api.Assertions.assertTrue(house.size() > 100, house.size() + " classes");
    }
}
