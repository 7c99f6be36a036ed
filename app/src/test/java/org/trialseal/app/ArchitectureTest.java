package org.trialseal.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the program, checked on the compiled classes. */
@AnalyzeClasses(packages = "org.trialseal.app", importOptions = ArchitectureTest.Shipped.class)
final class ArchitectureTest {
    /** Classes that are part of the program, whichever output folder they were compiled to. */
    static final class Shipped implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule cli_knows_no_desktop = noClasses()
            .that()
            .resideInAPackage("..app.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trialseal.app.ui..", "javafx..", "java.awt..")
            .because("the command line must start quickly and without a screen");

    @ArchTest
    static final ArchRule desktop_knows_no_command_line = noClasses()
            .that()
            .resideInAPackage("..app.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trialseal.app.cli..", "picocli..")
            .allowEmptyShould(true)
            .because("both offer what notary-core does; neither goes through the other");

    @ArchTest
    static final ArchRule certificates_alone_write_paper = noClasses()
            .that()
            .resideOutsideOfPackage("..app.certificate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..", "com.google.zxing..")
            .because("what a certificate says is decided and tested in one place");

    @ArchTest
    static final ArchRule what_both_faces_call_knows_neither = noClasses()
            .that()
            .resideInAnyPackage("..app.work..", "..app.words..", "..app.story..", "..app.certificate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.trialseal.app.cli..", "org.trialseal.app.ui..", "picocli..", "javafx..")
            .because("both faces call it");

    @ArchTest
    static final ArchRule models_need_no_toolkit = noClasses()
            .that()
            .resideInAPackage("..app.ui..")
            .and()
            .haveSimpleNameEndingWith("Model")
            .or()
            .resideInAnyPackage("..app.ui.job..", "..app.ui.words..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("what a screen knows and does is tested without one");

    @ArchTest
    static final ArchRule features_know_each_other_by_routes_only = slices().matching("org.trialseal.app.ui.(*)..")
            .should()
            .beFreeOfCycles()
            .because("each screen can be read, replaced and left out alone");

    @ArchTest
    static final ArchRule steps_of_work_are_free_of_cycles = slices().matching("org.trialseal.app.work.(*)..")
            .should()
            .beFreeOfCycles()
            .because("what both faces do can be read a step at a time");

    @ArchTest
    static final ArchRule ground_of_work_knows_no_step = noClasses()
            .that()
            .resideInAPackage("org.trialseal.app.work")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.trialseal.app.work.*..")
            .because("every step stands on it");

    @ArchTest
    static final ArchRule only_the_core_reaches_database_and_network = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.h2..", "java.net.http..", "com.sun.net.httpserver..", "javax.net..")
            .because("the vault and remote packages of notary-core are the places to read about both");

    @ArchTest
    static final ArchRule static_fields_are_final = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("state belongs to an object that somebody made and handed on");

    @ArchTest
    static final ArchRule nothing_is_deserialized = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectInputStream.class)
            .because("what is read from outside must not choose the classes that read it");
}
