package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.location.AzureLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.model.Model;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    private static final String REMOTE = "https://dev.azure.com/contoso/Shop%20Front/_git/shop-web";
    private static final String SERVER = "https://tfs.example.com/tfs/Main/Shop/_git/web";
    private static final Trust TRUST = Trust.of(new NamedProperties(List.of(), List.of(), ""), Map.of());

    /** Outside of every checkout. */
    @TempDir
    Path directory;

    @Test
    void keepsWhatIsGiven() {
        assertThat(find(" fabrikam ", "Payments", null, true, REMOTE))
                .isEqualTo(new Location("fabrikam", "Payments", null, Optional.empty(), Optional.empty()));
    }

    @Test
    void findsOrganizationAndProject() {
        Location found = find(null, " ", null, true, REMOTE);

        assertThat(found.organization()).isEqualTo("contoso");
        assertThat(found.project()).isEqualTo("Shop Front");
        assertThat(found.azureUrl()).isNull();
        assertThat(found.source()).contains("the SCM URL of the build");
        assertThat(found.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fabrikam", "dev", "com", "azure", "https://dev.azure.com/fabrikam"})
    void takesNoProjectOfAnotherOrganization(String organization) {
        assertThat(find(organization, null, null, true, REMOTE))
                .isEqualTo(new Location(organization, null, null, Optional.empty(), Optional.empty()));
    }

    @Test
    void knowsTheOrganizationByItsUrl() {
        assertThat(find("https://dev.azure.com/Contoso/", null, null, true, REMOTE)
                        .project())
                .isEqualTo("Shop Front");
        assertThat(find("https://contoso.visualstudio.com", null, null, true, REMOTE)
                        .project())
                .isEqualTo("Shop Front");
    }

    @Test
    void leavesTheProjectOpenWhereItIsNotWanted() {
        Location found = find(null, null, null, false, REMOTE);

        assertThat(found.organization()).isEqualTo("contoso");
        assertThat(found.project()).isNull();
    }

    @Test
    void callsNoServerThatWasFound() {
        for (Location found : List.of(
                find(null, null, null, true, SERVER),
                find(null, "Shop", null, true, SERVER),
                find(null, null, null, false, SERVER),
                Location.complete(
                        new Location.Named(Given.named(null), null, Given.named(null)), true, pipeline(), TRUST))) {
            assertThat(found.problem().orElseThrow().toString())
                    .matches(
                            "\\[CONFIGURATION] The server tfs\\.example\\.com was found in (the SCM URL of the build|the"
                                    + " variables of Azure Pipelines) and is not trusted\\. Nothing was sent to it\\. If it is your"
                                    + " server, add -Daikido\\.trustedHosts=tfs\\.example\\.com to the command line, .*");
        }
    }

    @Test
    void callsAServerThatWasFoundAndIsTrusted() {
        Trust trust = Trust.of(
                new NamedProperties(List.of(), List.of(), ""), Map.of("AIKIDO_TRUSTED_HOSTS", "tfs.example.com"));

        Location found = Location.complete(
                new Location.Named(Given.named(null), null, Given.named(null)), true, remote(SERVER), trust);

        assertThat(found.azureUrl()).isEqualTo("https://tfs.example.com/tfs");
        assertThat(found.organization()).isEqualTo("Main");
        assertThat(found.problem()).isEmpty();
    }

    @Test
    void callsTheServerThatWasNamed() {
        Location found = find(null, null, "http://127.0.0.1:8080", true, SERVER);

        assertThat(found.azureUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(found.organization()).isEqualTo("Main");
        assertThat(found.problem()).isEmpty();
    }

    /** The token of the private server would be sent to the service, or that of the service to the server. */
    @ParameterizedTest
    @ValueSource(strings = {"Main", "tfs", "contoso"})
    void takesNeitherTheServerNorTheProjectOfACheckoutForAnOrganizationThatWasGiven(String organization) {
        Location found = find(organization, null, null, true, SERVER);

        assertThat(found.azureUrl()).isNull();
        assertThat(found.project()).isNull();
        assertThat(found.problem().orElseThrow().toString())
                .isEqualTo("[CONFIGURATION] The organization \"" + organization
                        + "\" was given without a server, which means https://dev.azure.com, but the SCM URL of the build names"
                        + " the server https://tfs.example.com/tfs. Name the server with -Daikido.azure.url (or"
                        + " <azureUrl> in the pom): https://tfs.example.com/tfs or https://dev.azure.com.");
    }

    @Test
    void takesTheProjectOfTheSameServerAndOrganization() {
        assertThat(find("Main", null, "https://TFS.example.com/tfs/", true, SERVER)
                        .project())
                .isEqualTo("Shop");
        assertThat(find("https://tfs.example.com/tfs/Main", null, null, true, SERVER)
                        .project())
                .isEqualTo("Shop");
        assertThat(find("contoso", null, "https://proxy.example.com/azure", true, REMOTE)
                        .project())
                .isEqualTo("Shop Front");
    }

    @Test
    void takesNoProjectOfAnotherServer() {
        for (Location found : List.of(
                find("Main", null, "https://other.example.com/tfs", true, SERVER),
                find("Main", null, "https://dev.azure.com", true, SERVER),
                find("https://other.example.com/tfs/Main", null, null, true, SERVER),
                find("https://tfs.example.com/tfs/contoso", null, null, true, REMOTE))) {
            assertThat(found.project()).isNull();
            assertThat(found.problem()).isEmpty();
        }
    }

    /** A pull request can change the file of the organization and the pom. */
    @Test
    void callsNoServerThatAFileOfTheCheckoutNames() {
        String url = "https://tfs.example.com/tfs/Main";
        Given named = Given.named("Main");

        assertThat(Location.complete(
                                new Location.Named(Given.found(url, "the file"), "Shop", Given.named(null)),
                                true,
                                remote(""),
                                TRUST)
                        .problem())
                .isPresent();
        assertThat(Location.complete(
                                new Location.Named(named, "Shop", Given.found(url, "the pom")), true, remote(""), TRUST)
                        .problem())
                .isPresent();
        assertThat(Location.complete(
                                new Location.Named(Given.named(null), null, Given.found(url, "the pom")),
                                true,
                                remote(""),
                                TRUST)
                        .problem())
                .isPresent();
        assertThat(Location.complete(
                                new Location.Named(
                                        Given.found(url, "the file"), null, Given.named("https://tfs.example.com")),
                                false,
                                remote(""),
                                TRUST)
                        .problem())
                .isEmpty();
        assertThat(Location.complete(
                                new Location.Named(
                                        Given.found("https://dev.azure.com/contoso", "the file"),
                                        null,
                                        Given.named(null)),
                                false,
                                remote(""),
                                TRUST)
                        .problem())
                .isEmpty();
    }

    @Test
    void findsNothingElsewhere() {
        assertThat(find(null, null, null, true, "https://github.com/contoso/shop.git"))
                .isEqualTo(new Location(null, null, null, Optional.empty(), Optional.empty()));
    }

    @Test
    void looksAtTheScmUrlsOfTheParentsToo() {
        MavenProject parent = project("scm:git:one", "scm:git:two", "three");
        MavenProject module = project(null, "scm:git:two/module", null);
        module.setParent(parent);

        assertThat(Location.remoteUrls(module))
                .containsExactly("scm:git:two/module", "scm:git:one", "scm:git:two", "three");
        assertThat(Location.remoteUrls(new MavenProject(new Model()))).isEmpty();
    }

    private Location find(
            @Nullable String organization,
            @Nullable String project,
            @Nullable String url,
            boolean projectIsWanted,
            String remote) {
        return Location.complete(
                new Location.Named(Given.named(organization), project, Given.named(url)),
                projectIsWanted,
                remote(remote),
                TRUST);
    }

    private Supplier<Optional<AzureLocation>> remote(String url) {
        return () -> AzureLocation.find(Map.of(), List.of(url));
    }

    private Supplier<Optional<AzureLocation>> pipeline() {
        Map<String, String> job = Map.of(
                "TF_BUILD", "True",
                "SYSTEM_COLLECTIONURI", "https://tfs.example.com/tfs/Main/",
                "SYSTEM_TEAMPROJECT", "Shop");
        return () -> AzureLocation.find(job, List.of());
    }

    private static MavenProject project(
            @Nullable String developerConnection, @Nullable String connection, @Nullable String url) {
        Scm scm = new Scm();
        scm.setDeveloperConnection(developerConnection);
        scm.setConnection(connection);
        scm.setUrl(url);
        Model model = new Model();
        model.setScm(scm);
        return new MavenProject(model);
    }
}
