package io.github.aikidoconnect.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.AzureLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the git that is installed, as the checkouts of users are. */
class GitCheckoutTest {

    private static final String URL = "https://dev.azure.com/contoso/Shop/_git/web";

    @TempDir
    private Path folder;

    @Test
    void readsTheOriginOfACheckout() throws Exception {
        git(folder, "remote", "add", "origin", URL);

        assertThat(GitCheckout.originUrl(folder)).contains(URL);
        assertThat(AzureLocation.ofCheckout(folder))
                .contains(new AzureLocation("contoso", "Shop", "web", null, "the Git remote origin"));
    }

    @Test
    void readsItFromAFolderInTheCheckout() throws Exception {
        git(folder, "remote", "add", "origin", URL);

        assertThat(GitCheckout.originUrl(Files.createDirectories(folder.resolve("a/b"))))
                .contains(URL);
    }

    @Test
    void readsItFromAWorktree() throws Exception {
        git(folder, "remote", "add", "origin", URL);
        git(folder, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "--allow-empty", "-m", "x");
        Path worktree = folder.resolve("elsewhere");
        git(folder, "worktree", "add", "-q", worktree.toString());

        assertThat(worktree.resolve(".git")).isRegularFile();
        assertThat(GitCheckout.originUrl(worktree)).contains(URL);
    }

    @Test
    void readsItFromIncludedConfiguration() throws Exception {
        git(folder, "init", "-q");
        Path included = Files.writeString(folder.resolve("included"), "[remote \"origin\"]\n\turl = " + URL + "\n");
        git(folder, "config", "includeIf.gitdir:**.path", included.toString());

        assertThat(GitCheckout.originUrl(folder)).contains(URL);
    }

    @Test
    void readsItAsItIsRewritten() throws Exception {
        git(folder, "remote", "add", "origin", "azure:contoso/Shop/_git/web");
        git(folder, "config", "url.https://dev.azure.com/.insteadOf", "azure:");

        assertThat(GitCheckout.originUrl(folder)).contains(URL);
    }

    @Test
    void doesNotTakeAnotherRemote() throws Exception {
        git(folder, "remote", "add", "upstream", URL);

        assertThat(GitCheckout.originUrl(folder)).isEmpty();
    }

    @Test
    void findsNothingOutsideOfACheckout() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));

        assertThat(GitCheckout.originUrl(inside, Map.of("GIT_CEILING_DIRECTORIES", folder.toString())))
                .isEmpty();
        assertThat(GitCheckout.originUrl(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void findsNothingForARepositoryThatIsNotOfAzureDevOps() throws Exception {
        git(folder, "remote", "add", "origin", "https://github.com/contoso/web");

        assertThat(AzureLocation.ofCheckout(folder)).isEmpty();
    }

    /** A hook that runs a build has these set, to the repository of the hook. */
    @Test
    void looksAtTheFolderWhateverTheEnvironmentSays() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        git(other, "remote", "add", "origin", "https://dev.azure.com/fabrikam/Other/_git/other");
        Path own = Files.createDirectory(folder.resolve("own"));
        git(own, "remote", "add", "origin", URL);
        String dotGit = other.resolve(".git").toString();

        assertThat(GitCheckout.originUrl(
                        own, Map.of("GIT_DIR", dotGit, "GIT_WORK_TREE", other.toString(), "GIT_COMMON_DIR", dotGit)))
                .contains(URL);
    }

    /** Makes a repository first, where there is none. */
    private static void git(Path directory, String... arguments) throws IOException, InterruptedException {
        if (!Files.exists(directory.resolve(".git")) && !arguments[0].equals("init")) {
            git(directory, "init", "-q");
        }
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder git =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = git.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
