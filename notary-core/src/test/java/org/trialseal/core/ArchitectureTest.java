package org.trialseal.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layering and the offline promise of docs/architecture.md, checked on the compiled classes. */
@AnalyzeClasses(packages = "org.trialseal.core", importOptions = ArchitectureTest.Shipped.class)
final class ArchitectureTest {
    /** Classes that are part of the program, whichever output folder they were compiled to. */
    static final class Shipped implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final String CORE = "org.trialseal.core.";
    private static final String VERIFY = CORE + "verify..";
    private static final String VAULT = CORE + "vault..";
    private static final String REMOTE = CORE + "remote..";

    /** Whatever reaches another computer. What is left of java.net, such as URI, only handles text. */
    private static final DescribedPredicate<JavaClass> NETWORK = resideInAnyPackage(
                    "java.net..", "javax.net..", "com.sun.net.httpserver..", "java.rmi..", "javax.naming..")
            .and(not(nameMatching("java\\.net\\.(URI|URISyntaxException|URLEncoder|URLDecoder|IDN)")))
            .or(nameMatching("java\\.nio\\.channels\\..*(Socket|Datagram|Network|Multicast).*"))
            .as("the network");

    private static final DescribedPredicate<JavaClass> FILES = resideInAnyPackage(
                    "java.io", "java.nio.file", "java.nio.channels")
            .and(nameMatching(".*\\.(Files|Paths|FileSystems|RandomAccessFile|.*FileChannel"
                    + "|File|File(Input|Output)Stream|File(Reader|Writer))"))
            .as("files");

    @ArchTest
    static final ArchRule every_class_has_a_layer = classes()
            .should()
            .resideInAnyPackage(
                    CORE + "digest..",
                    CORE + "json..",
                    CORE + "merkle..",
                    CORE + "ots..",
                    CORE + "bitcoin..",
                    CORE + "record..",
                    CORE + "seal..",
                    CORE + "evidence..",
                    CORE + "proof..",
                    CORE + "prove..",
                    VERIFY,
                    CORE + "anchor..",
                    CORE + "sign..",
                    VAULT,
                    CORE + "compare..",
                    REMOTE)
            .because("a package outside the layers would escape the rule about them");

    @ArchTest
    static final ArchRule lower_layers_never_see_higher_ones = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("values")
            .definedBy(CORE + "digest..", CORE + "json..")
            .layer("structures")
            .definedBy(CORE + "merkle..", CORE + "ots..", CORE + "bitcoin..", CORE + "record..")
            .layer("seal")
            .definedBy(CORE + "seal..")
            .layer("containers")
            .definedBy(CORE + "evidence..", CORE + "proof..")
            .layer("services")
            .definedBy(CORE + "prove..", VERIFY, CORE + "anchor..", CORE + "sign..", VAULT)
            .layer("compare")
            .definedBy(CORE + "compare..")
            .layer("remote")
            .definedBy(REMOTE)
            .whereLayer("structures")
            .mayOnlyBeAccessedByLayers("seal", "containers", "services", "compare", "remote")
            .whereLayer("seal")
            .mayOnlyBeAccessedByLayers("containers", "services", "compare", "remote")
            .whereLayer("containers")
            .mayOnlyBeAccessedByLayers("services", "compare", "remote")
            .whereLayer("services")
            .mayOnlyBeAccessedByLayers("compare", "remote")
            .whereLayer("compare")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("remote")
            .mayNotBeAccessedByAnyLayer()
            .because("what decides truth must be readable from the bottom up");

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("org.trialseal.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages in a knot can be neither read nor replaced one by one");

    @ArchTest
    static final ArchRule only_remote_uses_the_network = noClasses()
            .that()
            .resideOutsideOfPackage(REMOTE)
            .should()
            .dependOnClassesThat(NETWORK)
            .because("whoever asks what leaves this computer has one package to read");

    @ArchTest
    static final ArchRule verify_reaches_no_network = noClasses()
            .that()
            .resideInAPackage(VERIFY)
            .should()
            .transitivelyDependOnClassesThat(NETWORK.or(resideInAPackage(REMOTE)))
            .allowEmptyShould(true)
            .because("verifying is promised to work, and to stay silent, with the network unplugged");

    @ArchTest
    static final ArchRule verify_opens_no_files = noClasses()
            .that()
            .resideInAPackage(VERIFY)
            .should()
            .dependOnClassesThat(FILES)
            .allowEmptyShould(true)
            .because("a verdict depends on what the verifier was given and on nothing else");

    @ArchTest
    static final ArchRule verify_asks_no_clock = noClasses()
            .that()
            .resideInAnyPackage(
                    VERIFY, CORE + "bitcoin..", CORE + "ots..", CORE + "merkle..", CORE + "seal..", CORE + "proof..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "asks the clock",
                    (JavaMethodCall call) ->
                            call.getTarget().getName().matches("now|currentTimeMillis|nanoTime|system.*|getDefault.*")
                                    && call.getTargetOwner().getName().startsWith("java.")))
            .because("a verdict is the same in ten years, and on a computer whose clock is wrong");

    @ArchTest
    static final ArchRule only_vault_uses_sql = noClasses()
            .that()
            .resideOutsideOfPackage(VAULT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")
            .because("files are the record, and the database is an index over them");

    @ArchTest
    static final ArchRule core_knows_no_screen = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because("the same code decides on a server, in a terminal and on a desktop");

    @ArchTest
    static final ArchRule static_fields_are_final = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .because("state belongs to an object that somebody made and handed on");

    @ArchTest
    static final ArchRule arrays_are_not_public = noFields()
            .that()
            .areStatic()
            .and()
            .arePublic()
            .should()
            .haveRawType(nameMatching("\\[.*"))
            .allowEmptyShould(true)
            .because("the elements of a final array can still be changed by whoever sees it");

    @ArchTest
    static final ArchRule nothing_is_deserialized = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectInputStream.class)
            .because("what is read from outside must not choose the classes that read it");
}
