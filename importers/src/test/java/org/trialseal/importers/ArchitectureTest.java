package org.trialseal.importers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What an importer may use, checked on the compiled classes. */
@AnalyzeClasses(packages = "org.trialseal.importers", importOptions = ArchitectureTest.Shipped.class)
final class ArchitectureTest {
    /** Classes that are part of the program, whichever output folder they were compiled to. */
    static final class Shipped implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule formats_have_no_cycles = slices().matching("org.trialseal.importers.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true)
            .because("each format can be read, replaced and left out alone");

    @ArchTest
    static final ArchRule importers_read_files_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net..", "com.sun.net.httpserver..", "java.sql..", "javafx..")
            .because("a data file must never make the program fetch something");

    @ArchTest
    static final ArchRule importers_know_records_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.trialseal.core.evidence..",
                    "org.trialseal.core.proof..",
                    "org.trialseal.core.prove..",
                    "org.trialseal.core.verify..",
                    "org.trialseal.core.compare..",
                    "org.trialseal.core.anchor..",
                    "org.trialseal.core.sign..",
                    "org.trialseal.core.vault..",
                    "org.trialseal.core.remote..")
            .because("a format says what a file holds, not what becomes of it");

    @ArchTest
    static final ArchRule static_fields_are_final = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .allowEmptyShould(true)
            .because("two files are often read at once");

    @ArchTest
    static final ArchRule nothing_is_deserialized = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.io.ObjectInputStream.class)
            .because("what is read from outside must not choose the classes that read it");
}
