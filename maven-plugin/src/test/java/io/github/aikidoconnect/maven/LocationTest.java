package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Model;
import org.apache.maven.model.Scm;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationTest {

    private static final String REMOTE = "https://dev.azure.com/contoso/Shop%20Front/_git/shop-web";

    /** Outside of every checkout. */
    @TempDir
    Path directory;

    @Test
    void keepsWhatIsGiven() {
        assertThat(find(" fabrikam ", "Payments", null, true, REMOTE))
                .isEqualTo(new Location("fabrikam", "Payments", null, Optional.empty()));
    }

    @Test
    void findsOrganizationAndProject() {
        Location found = find(null, " ", null, true, REMOTE);

        assertThat(found.organization()).isEqualTo("contoso");
        assertThat(found.project()).isEqualTo("Shop Front");
        assertThat(found.azureUrl()).isNull();
        assertThat(found.source()).isPresent();
    }

    @Test
    void takesNoProjectOfAnotherOrganization() {
        assertThat(find("fabrikam", null, null, true, REMOTE))
                .isEqualTo(new Location("fabrikam", null, null, Optional.empty()));
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
    void findsTheServerWithTheProjectUnlessOneIsGiven() {
        String remote = "https://tfs.example.com/tfs/Main/Shop/_git/web";

        assertThat(find(null, null, null, true, remote).azureUrl()).isEqualTo("https://tfs.example.com/tfs");
        assertThat(find(null, null, "http://127.0.0.1:8080", true, remote).azureUrl())
                .isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void findsNothingElsewhere() {
        assertThat(find(null, null, null, true, "https://github.com/contoso/shop.git"))
                .isEqualTo(new Location(null, null, null, Optional.empty()));
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
        return Location.complete(organization, project, url, projectIsWanted, Map.of(), List.of(remote), directory);
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
