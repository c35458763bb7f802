package io.jenkins.plugins.aikido.step;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.SettingNames;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.ConnectionRequests;
import io.jenkins.plugins.aikido.connection.JenkinsSettingNames;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.connection.ProblemException;
import io.jenkins.plugins.aikido.connection.RepositoryRule;
import io.jenkins.plugins.aikido.connection.UsagePolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The request of a step: the values of the step and those of its connection, within the limits of the connection. */
@Restricted(NoExternalUse.class)
public final class StepRequest {

    private final AikidoConnectStep step;
    private final ConnectRequest.Builder request;
    private Goal goal = Goal.CONNECT;
    private ConnectionChoice choice;
    private SettingNames names;

    public StepRequest(AikidoConnectStep step) {
        this.step = step;
        this.request = values(step);
    }

    private static ConnectRequest.Builder values(AikidoConnectStep step) {
        ConnectRequest.Builder request = ConnectRequest.builder()
                .project(step.getProject())
                .includes(UsagePolicy.split(step.getIncludes()))
                .excludes(UsagePolicy.split(step.getExcludes()))
                .dryRun(step.isDryRun())
                .prune(step.isPrune())
                .pruneLimit(step.getPruneLimit())
                .reactivate(step.isReactivate())
                .scan(step.isScan())
                .verify(step.isVerify())
                .failOnDrift(step.isFailOnDrift())
                .syncTimeout(Duration.ofSeconds(step.getSyncTimeout()))
                .afterConnecting(after -> after.plusSettings(RepositoryRule.settings(step.getSettings())));
        Integer minutes = step.getMaxMinutes();
        if (minutes != null) {
            request.maxDuration(Duration.ofMinutes(minutes));
        }
        Integer days = step.getMaxScanAge();
        if (days != null) {
            request.maxScanAge(Duration.ofDays(days));
        }
        return request;
    }

    /**
     * Adds the values of the connection.
     *
     * @throws ProblemException if the step has a mistake, or if the connection does not allow what it requests
     */
    void complete(Run<?, ?> run) throws ProblemException {
        goal = parseGoal();
        StepArguments.Mistake mistake = step.mistake();
        if (mistake != null) {
            throw new ProblemException(mistake.message(), mistake.fix());
        }
        choice = ConnectionChoice.of(step, run, goal);
        limitPrune(choice.connection());
        judgeSettings(choice.connection());
        JenkinsSettingNames fields = JenkinsSettingNames.of(choice.owned());
        names = fields;
        request.project(choice.project());
        ConnectionRequests.complete(
                request, choice.owned(), fields, credential -> CredentialsProvider.track(run, credential));
    }

    private Goal parseGoal() throws ProblemException {
        return switch (step.getGoal().toLowerCase(Locale.ROOT)) {
            case "connect" -> Goal.CONNECT;
            case "check" -> Goal.CHECK;
            case "status" -> Goal.STATUS;
            default ->
                throw new ProblemException(
                        "\"" + step.getGoal() + "\" is not a valid goal.",
                        "Set the step's \"goal\". Valid values: connect, check, status.");
        };
    }

    /** Limits pruning to what the connection allows: a job or a pull request sets the parameters of the step. */
    public void limitPrune(Connection connection) throws ProblemException {
        if (!step.isPrune() || goal != Goal.CONNECT) {
            return;
        }
        if (!connection.isAllowPrune()) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" does not allow pruning.",
                    "Remove the step's \"prune\", or ask an administrator to select \"Allow pruning\" in the connection.");
        }
        request.pruneLimit(Math.min(step.getPruneLimit(), connection.getPruneLimit()));
    }

    /** Refuses the settings of a step with a mistake, or that the connection does not allow. */
    private void judgeSettings(Connection connection) throws ProblemException {
        if (step.getSettings().isEmpty()) {
            return;
        }
        for (RepositoryRule rule : step.getSettings()) {
            Optional<String> mistake = rule.mistake();
            if (mistake.isPresent()) {
                throw new ProblemException(mistake.get(), "Correct the step's \"settings\".");
            }
        }
        if (!connection.isAllowSettings()) {
            throw new ProblemException(
                    "The connection \"" + connection.getName() + "\" does not allow jobs to change settings.",
                    "Remove the step's \"settings\", or ask an administrator to select \"Allow settings of jobs\" in the"
                            + " connection.");
        }
    }

    /** Returns the request, with the values that are known so far. */
    public ConnectRequest build() {
        return request.build();
    }

    Goal goal() {
        return goal;
    }

    /** Returns the connection; null if none was found. */
    @CheckForNull
    OwnedConnection connection() {
        return choice == null ? null : choice.owned();
    }

    /** Returns whether the report must not name other projects. */
    boolean hidesOtherProjects() {
        return choice.connection().policy().restrictsProjects();
    }

    SettingNames names() {
        return names;
    }

    /** Returns a line that says what runs. */
    String head() {
        StringBuilder head = new StringBuilder("Aikido " + goal + ": ");
        if (choice.project() != null) {
            head.append("project ").append(choice.project()).append(", ");
        }
        head.append("connection ").append(choice.connection().getName());
        if (choice.source() != null) {
            head.append("; the project is from ").append(choice.source());
        }
        if (step.isDryRun() && goal == Goal.CONNECT) {
            head.append(" (dry run: nothing is changed)");
        }
        return head.toString();
    }
}
