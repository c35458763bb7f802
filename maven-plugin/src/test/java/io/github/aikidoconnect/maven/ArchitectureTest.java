package io.github.aikidoconnect.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which package may use which. */
class ArchitectureTest {

    private static final String ROOT = "io.github.aikidoconnect.maven";

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void onlyTheApiOfTheSdkIsUsed() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.aikidoconnect.internal..")
                .check(CLASSES);
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching("io.github.aikidoconnect.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
