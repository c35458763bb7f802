package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.FindingsLimits;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Setting;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Connects the repositories of an Azure DevOps project to Aikido: checks, discovers, plans, registers and reports.
 * Repeated runs change only what differs from the plan.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters that have a default before it calls execute().
@Mojo(name = "connect", threadSafe = true, requiresProject = false, aggregator = true)
public final class ConnectMojo extends ProjectsMojo {

    /** Whether to stop after the plan and change nothing. */
    @Parameter(property = "aikido.dryRun", defaultValue = "false")
    private String dryRun;

    /** Whether to also deactivate the project's repositories that are excluded or deleted. */
    @Parameter(property = "aikido.prune", defaultValue = "false")
    private String prune;

    /** The largest share of the project's monitored repositories, in percent, that pruning may deactivate. */
    @Parameter(property = "aikido.pruneLimit", defaultValue = "20")
    private String pruneLimit;

    /**
     * Whether to also activate repositories that Aikido has scanned before and that are switched off now. By default
     * they stay off, because a user switched them off or they were split by path.
     */
    @Parameter(property = "aikido.reactivate", defaultValue = "false")
    private String reactivate;

    /** Whether to start a first scan of the repositories that this run activates. */
    @Parameter(property = "aikido.scan", defaultValue = "false")
    private String scan;

    /**
     * When to hand the personal access token over to Aikido: <code>auto</code> (if the workspace reports its source-code
     * connection as broken and is linked to this organization), <code>always</code> or <code>never</code>. A token that
     * does not have the shape of a personal access token, or is the pipeline's job token, is never handed over.
     */
    @Parameter(property = "aikido.handover", defaultValue = "auto")
    private @Nullable String handover;

    /** The longest wait for Aikido to import new repositories, in seconds. */
    @Parameter(property = "aikido.syncTimeout", defaultValue = "300")
    private String syncTimeout;

    /** Whether to read Aikido's list again after writes, to verify the changes. */
    @Parameter(property = "aikido.verify", defaultValue = "true")
    private String verify;

    /**
     * Whether to read the number of Aikido's open findings after connecting. The API client needs the scope <code>
     * issues:read</code>.
     */
    @Parameter(property = "aikido.findings", defaultValue = "false")
    private String findings;

    @Inject
    ConnectMojo(SettingsDecrypter decrypter) {
        super(Goal.CONNECT, decrypter);
    }

    @Override
    GoalRun goalRun(ParameterValues values) {
        GoalRunBuilder run = projectsRun(
                values,
                new Calls(
                        AikidoConnect::connect,
                        (aikido, organization) -> aikido.connect(organization.build()),
                        (aikido, organizations) -> aikido.connect(organizations.stream()
                                .map(OrganizationRequest.Builder::build)
                                .toList())));
        run.request()
                .dryRun(values.flag("dryRun", dryRun, false))
                .prune(values.flag("prune", prune, false))
                .pruneLimit(values.number(Setting.PRUNE_LIMIT, "pruneLimit", pruneLimit))
                .reactivate(values.flag("reactivate", reactivate, false))
                .scan(values.flag("scan", scan, false))
                .handover(handover)
                .syncTimeout(Duration.ofSeconds(values.number(Setting.SYNC_TIMEOUT, "syncTimeout", syncTimeout)))
                .verify(values.flag("verify", verify, true))
                .afterConnecting(after ->
                        after.withFindings(values.flag("findings", findings, false) ? FindingsLimits.NONE : null));
        return run.build();
    }
}
