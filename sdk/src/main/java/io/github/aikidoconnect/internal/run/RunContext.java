package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.SettingNames;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that the steps of one run share.
 *
 * @param goal the goal of the run
 * @param request the request
 * @param validated the same request, validated
 * @param texts the texts of problems, with the caller's names for the settings
 * @param progress receives the progress events
 * @param clients the clients of both services, with the credentials of the request
 */
record RunContext(
        Goal goal,
        ConnectRequest request,
        ValidatedRequest validated,
        ProblemTexts texts,
        ProgressListener progress,
        ServiceClients clients) {

    /**
     * What the contexts of all runs of a caller have in common.
     *
     * @param names the names of the settings, unless a request has its own
     * @param progress receives the progress events
     * @param transports carry the calls
     * @param claims the workspaces that the projects of the run use
     */
    record Common(SettingNames names, ProgressListener progress, SharedTransports transports, WorkspaceClaims claims) {

        /** Returns a context for a request that is validated for the goal of the run. */
        RunContext of(Goal goal, ConnectRequest request) {
            return of(goal, request, goal);
        }

        /** Returns a context for a request that is validated for another goal than the one of the run. */
        RunContext of(Goal goal, ConnectRequest request, Goal validatedFor) {
            ProblemTexts texts = new ProblemTexts(request.names().orElse(names));
            ValidatedRequest validated = ValidatedRequest.of(validatedFor, request, texts);
            return new RunContext(
                    goal, request, validated, texts, progress, new ServiceClients(request, validated, transports));
        }

        /**
         * Returns the same for one of several organizations.
         *
         * @param maxDuration how long the organization may take from now on
         */
        Common forOrganization(Optional<Duration> maxDuration) {
            return new Common(names, progress, transports.forOrganization(maxDuration), claims);
        }

        /** Returns the same with another listener. */
        Common reportingTo(ProgressListener listener) {
            return new Common(names, listener, transports, claims);
        }
    }

    /** Returns the organization for the report, as far as it is valid. */
    ProjectReport.AzureProject address() {
        return new ProjectReport.AzureProject(
                validated.azureUrls().base(), validated.organization().orElse(null), null);
    }

    /** Returns the name of the organization, which a valid request always has. */
    String organization() {
        return validated.organization().orElseThrow();
    }

    /** Returns whether the run deactivates repositories that are excluded or gone. */
    boolean prunes() {
        return request.prune() && goal == Goal.CONNECT;
    }
}
