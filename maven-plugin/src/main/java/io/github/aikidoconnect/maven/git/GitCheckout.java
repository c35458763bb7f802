package io.github.aikidoconnect.maven.git;

import io.github.aikidoconnect.location.AzureLocation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A folder in a Git working tree. */
public final class GitCheckout {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** No URL is as long. Git can print more than the pipe holds, and ends only after everything was read. */
    private static final int LONGEST_OUTPUT = 1 << 20;

    /**
     * The variables that Git needs to find its configuration and, on Windows, to start. Others may be secrets of the
     * build, or may point Git to another repository, like {@code GIT_DIR} in a hook.
     */
    private static final Set<String> NEEDED = Set.of(
            "HOME",
            "XDG_CONFIG_HOME",
            "GIT_CONFIG_GLOBAL",
            "GIT_CONFIG_SYSTEM",
            "GIT_CONFIG_NOSYSTEM",
            "GIT_CEILING_DIRECTORIES",
            "USERPROFILE",
            "HOMEDRIVE",
            "HOMEPATH",
            "PROGRAMDATA",
            "SYSTEMROOT",
            "TMPDIR",
            "TEMP",
            "TMP");

    private GitCheckout() {}

    /**
     * Returns the URL of the remote {@code origin} from {@code git}. Git is used instead of a library, because only Git
     * supports worktrees, {@code includeIf}, {@code insteadOf} and later additions. Empty if there is no git outside the
     * checkout, no checkout, no such remote, or no answer within ten seconds.
     */
    static Optional<String> originUrl(Path directory) {
        return originUrl(directory, Map.of());
    }

    /**
     * Returns the location of the remote {@code origin} of the checkout that a folder is in. Empty if there is no git,
     * no checkout or no such remote, or if the remote does not belong to Azure DevOps.
     */
    public static Optional<AzureLocation> location(Path directory) {
        return originUrl(directory)
                .flatMap(AzureLocation::ofRemoteUrl)
                .map(found -> found.from("the Git remote origin"));
    }

    /** Returns the URL with additional environment variables. */
    static Optional<String> originUrl(Path directory, Map<String, String> more) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        GitProgram program = GitProgram.outside(directory, environment);
        try {
            return program.path().isEmpty()
                    ? Optional.empty()
                    : ask(program.path().get(), directory, needed(environment, program.searchPath()));
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Map<String, String> needed(Map<String, String> environment, String searchPath) {
        Map<String, String> needed = new HashMap<>();
        environment.forEach((name, value) -> {
            if (NEEDED.contains(GitProgram.isWindows() ? name.toUpperCase(Locale.ROOT) : name)) {
                needed.put(name, value);
            }
        });
        needed.put("PATH", searchPath);
        needed.put("LC_ALL", "C");
        return needed;
    }

    private static Optional<String> ask(Path program, Path directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(program.toString(), "remote", "get-url", "origin")
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().clear();
        command.environment().putAll(environment);
        Process git = command.start();
        try {
            git.getOutputStream().close();
            // A separate thread reads, because a read has no time limit and ends only when the process is destroyed.
            CompletableFuture<byte[]> output = new CompletableFuture<>();
            Thread reader = new Thread(() -> read(git.getInputStream(), output), "git remote get-url");
            reader.setDaemon(true);
            reader.start();
            byte[] answer = output.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            boolean ended = git.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS) && git.exitValue() == 0;
            return ended && answer.length <= LONGEST_OUTPUT
                    ? new String(answer, StandardCharsets.UTF_8)
                            .lines()
                            .findFirst()
                            .map(String::strip)
                            .filter(url -> !url.isEmpty())
                    : Optional.empty();
        } catch (ExecutionException | TimeoutException noAnswer) {
            return Optional.empty();
        } finally {
            git.destroyForcibly();
        }
    }

    private static void read(InputStream output, CompletableFuture<byte[]> answer) {
        try (output) {
            answer.complete(output.readNBytes(LONGEST_OUTPUT + 1));
        } catch (IOException e) {
            answer.completeExceptionally(e);
        }
    }
}
