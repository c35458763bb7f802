package io.github.aikidoconnect.internal.aikido;

import io.github.aikidoconnect.internal.limit.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** Reads the facts about a workspace in parallel. */
public final class AikidoDiscovery {

    private final Aikido aikido;
    private final Tasks tasks;
    private final List<AikidoException> failures = new ArrayList<>();

    public AikidoDiscovery(Aikido aikido, Tasks tasks) {
        this.aikido = aikido;
        this.tasks = tasks;
    }

    /** Sends all calls. Failed calls are part of the findings and are not thrown. */
    public AikidoFindings discover() throws InterruptedException {
        Optional<Set<String>> scopes;
        try {
            aikido.signIn();
            scopes = aikido.grantedScopes();
        } catch (AikidoException e) {
            return AikidoFindings.none(e);
        }
        Future<Workspace> workspace = tasks.start(aikido::workspace);
        Future<List<ConfigurationError>> errors = tasks.start(aikido::configurationErrors);
        Future<List<CodeRepository>> repositories = tasks.start(() -> aikido.repositories());
        return new AikidoFindings(join(workspace), join(errors), join(repositories), scopes, List.copyOf(failures));
    }

    private <T> Optional<T> join(Future<T> started) throws InterruptedException {
        try {
            return Optional.of(Tasks.join(started));
        } catch (AikidoException e) {
            failures.add(e);
            return Optional.empty();
        }
    }
}
