package io.github.aikidoconnect;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Serializable;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Which package may use which. */
class ArchitectureTest {

    private static final String ROOT = "io.github.aikidoconnect";

    /** The folder rather than the package: the simulator's jar has packages that begin with the same name. */
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void knowsNoFrontEnd() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "hudson..", "jenkins..", "org.jenkinsci..", "..simulator..")
                .check(CLASSES);
    }

    @Test
    void azureAndAikidoDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".azure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".aikido..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".aikido..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".azure..")
                .check(CLASSES);
    }

    @Test
    void planDoesNothingButThink() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".plan..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net.http..",
                                "java.nio.channels..",
                                "java.util.concurrent..",
                                ROOT + ".http..",
                                ROOT + ".apply..")
                        .or(readsOrWrites()))
                .check(CLASSES);
    }

    /** A record may be {@code java.io.Serializable}, which reads nothing. */
    private static DescribedPredicate<JavaClass> readsOrWrites() {
        return resideInAnyPackage("java.io..", "java.nio.file..", "java.net..")
                .and(DescribedPredicate.not(JavaClass.Predicates.type(Serializable.class)));
    }

    @Test
    void onlyTheEntryKnowsTheRun() {
        noClasses()
                .that(resideInAPackage(ROOT + ".*.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".AikidoConnect")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".Run")
                .check(CLASSES);
    }

    @Test
    void oneClassKnowsAzd() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".azure.AzdTransport")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.azd..")
                .check(CLASSES);
    }

    @Test
    void theEntryShowsNeitherJacksonNorAzdNorHttp() {
        DescribedPredicate<JavaClass> hidden = resideInAnyPackage(
                        "com.fasterxml..", "org.azd..", "java.net.http..", ROOT + ".http..")
                .as("of a library");
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT)
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .arePublic()
                .should(notShow(hidden))
                .check(CLASSES);
    }

    private static ArchCondition<JavaMethod> notShow(DescribedPredicate<JavaClass> hidden) {
        return new ArchCondition<>("not show types " + hidden.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(hidden)
                        .filter(type -> !isTheClientOfTheCaller(method, type))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + type.getName())));
            }
        };
    }

    /** The one exception: a caller may bring its own client. */
    private static boolean isTheClientOfTheCaller(JavaMethod method, JavaClass type) {
        return type.isEquivalentTo(HttpClient.class)
                && (method.getOwner().isEquivalentTo(AikidoConnect.class)
                        || method.getOwner().isEquivalentTo(AikidoConnect.Builder.class));
    }

    @Test
    void packagesDependOnEachOtherInOneDirection() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void planSeesOfTheServicesOnlyWhatIsData() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".plan..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Discovery")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".azure.AzureDevOps")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".aikido.Aikido")
                .check(CLASSES);
    }

    @Test
    void nobodyPrints() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
