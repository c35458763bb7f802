package io.github.aikidoconnect;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may use which. */
class ArchitectureTest {

    private static final String ROOT = "io.github.aikidoconnect";

    /** The package of the API in the table below. */
    private static final String API = "the API";

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

    /** The street: what each package may use of ours. */
    private static final Map<String, Set<String>> STREET = Map.ofEntries(
            entry(API, Set.of("internal.text")),
            entry("location", Set.of(API)),
            entry("internal.text", Set.of()),
            entry("internal.limit", Set.of()),
            entry("internal.http", Set.of(API, "internal.text", "internal.limit")),
            entry("internal.trace", Set.of(API, "internal.http")),
            entry("internal.azure", Set.of(API, "location", "internal.http", "internal.limit")),
            entry("internal.azure.pat", Set.of(API, "internal.azure", "internal.http", "internal.limit")),
            entry(
                    "internal.azure.signin",
                    Set.of(API, "location", "internal.azure", "internal.http", "internal.limit")),
            entry("internal.aikido", Set.of(API, "internal.http", "internal.limit")),
            entry("internal.plan", Set.of(API, "location", "internal.azure", "internal.aikido")),
            entry("internal.apply", Set.of(API, "internal.plan", "internal.aikido", "internal.limit")),
            entry(
                    "internal.token",
                    Set.of(API, "internal.azure", "internal.azure.pat", "internal.aikido", "internal.limit")),
            entry(
                    "internal.run",
                    Set.of(
                            API,
                            "location",
                            "internal.text",
                            "internal.limit",
                            "internal.http",
                            "internal.trace",
                            "internal.azure",
                            "internal.azure.pat",
                            "internal.azure.signin",
                            "internal.aikido",
                            "internal.plan",
                            "internal.apply",
                            "internal.token")),
            entry("internal.report", Set.of(API, "internal.text")),
            entry("internal.report.html", Set.of(API, "internal.text", "internal.report")),
            entry("internal.report.markdown", Set.of(API, "internal.report")),
            entry(
                    "internal",
                    Set.of(
                            API,
                            "internal.run",
                            "internal.report",
                            "internal.report.html",
                            "internal.report.markdown",
                            "internal.http")));

    @Test
    void everyPackageUsesOnlyWhatIsBeforeItInTheStreet() {
        Map<String, Set<String>> used = new TreeMap<>();
        CLASSES.stream().filter(ArchitectureTest::isOurs).forEach(type -> {
            Set<String> packages = used.computeIfAbsent(shortName(type), none -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(ArchitectureTest::isOurs)
                    .map(ArchitectureTest::shortName)
                    .filter(target -> !target.equals(shortName(type)))
                    .forEach(packages::add);
        });

        assertThat(used.keySet()).isEqualTo(new TreeSet<>(STREET.keySet()));
        assertThat(used)
                .allSatisfy((name, packages) -> assertThat(packages).as(name).isSubsetOf(STREET.get(name)));
    }

    private static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(ROOT + ".");
    }

    private static String shortName(JavaClass type) {
        return type.getPackageName().equals(ROOT) ? API : type.getPackageName().substring(ROOT.length() + 1);
    }

    /** Every package counts, the API's too. */
    @Test
    void noPackagesFormACycle() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return isOurs(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "each package";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void planAndLocationNeitherReadNorWriteNorWait() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".internal.plan..", ROOT + ".location..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.net.http..", "java.nio.channels..", "java.util.concurrent..")
                                .or(readsOrWrites()))
                .check(CLASSES);
    }

    /** A record may be {@code java.io.Serializable}, and a URL may be parsed: neither reads anything. */
    private static DescribedPredicate<JavaClass> readsOrWrites() {
        DescribedPredicate<JavaClass> harmless = belongToAnyOf(
                Serializable.class, URI.class, URISyntaxException.class, URLDecoder.class, URLEncoder.class);
        return resideInAnyPackage("java.io..", "java.nio.file..", "java.net..").and(DescribedPredicate.not(harmless));
    }

    @Test
    void oneClassKnowsAzd() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".internal.http.AzdTransport")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.azd..")
                .check(CLASSES);
    }

    @Test
    void theEntryShowsNeitherJacksonNorAzdNorHttp() {
        DescribedPredicate<JavaClass> hidden = resideInAnyPackage(
                        "com.fasterxml..", "org.azd..", "java.net.http..", ROOT + ".internal..")
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
                && Stream.of(AikidoConnect.class, AikidoConnect.Builder.class, Engine.class)
                        .anyMatch(method.getOwner()::isEquivalentTo);
    }

    @Test
    void planSeesOfTheServicesOnlyWhatIsData() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".internal.plan..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Discovery")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".internal.azure.AzureDevOps")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".internal.aikido.Aikido")
                .check(CLASSES);
    }

    /** What belongs together is passed on as one object. Only the constructor of a record names all its components. */
    @Test
    void noMethodTakesSixParameters() {
        assertThat(CLASSES.stream()
                        .filter(ArchitectureTest::isOurs)
                        .filter(type -> !isGenerated(type) && !type.isAnonymousClass())
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(callable -> !callable.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(callable -> !(callable.getOwner().isRecord() && callable.isConstructor()))
                        .filter(callable -> parameters(callable) >= 6)
                        .map(JavaCodeUnit::getFullName))
                .isEmpty();
    }

    /** Without the name and the number that the compiler adds to the constructor of an enum. */
    private static int parameters(JavaCodeUnit callable) {
        int all = callable.getRawParameterTypes().size();
        return callable.getOwner().isEnum() && callable.isConstructor() ? all - 2 : all;
    }

    private static boolean isGenerated(JavaClass type) {
        String outermost = type.getName().replaceFirst("\\$.*", "");
        return Files.notExists(Path.of("src", "main", "java").resolve(outermost.replace('.', '/') + ".java"));
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
