package io.github.aikidoconnect.azure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A folder in a Git working tree. */
public final class GitCheckout {

    private static final long SECONDS = 10;

    /** Set where a hook runs a build; with them Git would look at another repository than the folder's. */
    private static final Set<String> ELSEWHERE = Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR");

    private GitCheckout() {}

    /**
     * Asks {@code git} for the URL of the remote {@code origin}. Git itself is asked, and no library, since only it
     * knows worktrees, {@code includeIf}, {@code insteadOf} and whatever comes next. Empty where there is no git, no
     * checkout, no such remote, or no answer within ten seconds.
     */
    public static Optional<String> originUrl(Path directory) {
        return originUrl(directory, Map.of());
    }

    /** The same with more environment variables. */
    static Optional<String> originUrl(Path directory, Map<String, String> environment) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        Process git = null;
        try {
            ProcessBuilder command = new ProcessBuilder("git", "remote", "get-url", "origin")
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            command.environment().putAll(environment);
            command.environment().keySet().removeAll(ELSEWHERE);
            git = command.start();
            git.getOutputStream().close();
            if (!git.waitFor(SECONDS, TimeUnit.SECONDS) || git.exitValue() != 0) {
                return Optional.empty();
            }
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().map(String::strip).filter(url -> !url.isEmpty());
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (git != null) {
                git.destroyForcibly();
            }
        }
    }
}
