package io.github.aikidoconnect.maven.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.location.AzureLocation;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
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
        assertThat(GitCheckout.location(folder))
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

        assertThat(GitCheckout.location(folder)).isEmpty();
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

    /** Secrets of the build are in the environment, and variables that make Git believe in another remote. */
    @Test
    void givesGitNoVariableThatItDoesNotNeed() throws Exception {
        git(folder, "remote", "add", "origin", URL);
        Map<String, String> injected = Map.of(
                "GIT_CONFIG_COUNT", "1",
                "GIT_CONFIG_KEY_0", "url.https://dev.azure.com/evil/.insteadOf",
                "GIT_CONFIG_VALUE_0", "https://dev.azure.com/contoso/");

        assertThat(GitCheckout.originUrl(folder, injected)).contains(URL);
    }

    @Test
    void givesGitAnEnvironmentWithoutSecrets(@TempDir Path tools) throws Exception {
        git(folder, "init", "-q");
        program(tools, "#!/bin/sh\n/usr/bin/env | /usr/bin/tr '\\n' ' '\n");

        assertThat(GitCheckout.originUrl(
                        folder,
                        Map.of("PATH", tools.toString(), "AIKIDO_CLIENT_SECRET", "fakeSecret", "HOME", "/home")))
                .hasValueSatisfying(printed -> assertThat(printed)
                        .contains("HOME=/home", "PATH=" + tools)
                        .doesNotContain("fakeSecret", "AIKIDO"));
    }

    @Test
    void runsNoGitThatIsInTheCheckout() throws Exception {
        git(folder, "remote", "add", "origin", URL);
        Path inside = Files.createDirectories(folder.resolve("tools/bin"));
        program(inside, "#!/bin/sh\necho https://dev.azure.com/evil/Evil/_git/evil\n");
        program(folder, "#!/bin/sh\necho https://dev.azure.com/evil/Evil/_git/evil\n");
        Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), inside);
        String rest = File.pathSeparator + System.getenv("PATH");

        for (String first : List.of(inside.toString(), link.toString(), folder.toString(), ".", "", "tools/bin")) {
            Map<String, String> path = Map.of("PATH", first + rest);
            assertThat(GitCheckout.originUrl(folder, path)).as(first).contains(URL);
            assertThat(GitCheckout.originUrl(inside, path)).as(first).contains(URL);
        }
        assertThat(GitCheckout.originUrl(folder, Map.of("PATH", inside.toString())))
                .isEmpty();
        Files.delete(link);
    }

    /** More than the pipe from Git holds: the answer has to be read while Git writes it. */
    @Test
    void readsALongUrlWhileGitWritesIt() throws Exception {
        String url = URL + "?x=" + "x".repeat(300_000);
        git(folder, "init", "-q");
        Files.writeString(folder.resolve(".git/config"), "[remote \"origin\"]\n\turl = " + url + "\n");

        assertThat(GitCheckout.originUrl(folder)).contains(url);
    }

    @Test
    void readsNoMoreThanAnAddressCanBeLong() throws Exception {
        git(folder, "init", "-q");
        Files.writeString(
                folder.resolve(".git/config"),
                "[remote \"origin\"]\n\turl = " + URL + "?x=" + "x".repeat(3_000_000) + "\n");

        assertThat(GitCheckout.originUrl(folder)).isEmpty();
    }

    /**
     * Creates an executable file. Another process writes it: if this one did, a child process that a test in another thread
     * starts at that moment would hold the file open for writing, and Linux does not execute such a file.
     */
    private static void program(Path directory, String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("/bin/sh", "-c", "cat > git && chmod 755 git")
                .directory(directory.toFile())
                .start();
        try (OutputStream text = shell.getOutputStream()) {
            text.write(script.getBytes(UTF_8));
        }
        assertThat(shell.waitFor()).isZero();
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
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
