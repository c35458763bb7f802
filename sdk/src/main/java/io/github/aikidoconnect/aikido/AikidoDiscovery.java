package io.github.aikidoconnect.aikido;

import io.github.aikidoconnect.http.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Finds out everything about a workspace at once. */
public final class AikidoDiscovery {

    private final Aikido aikido;
    private final Tasks tasks;
    private @Nullable AikidoException first;

    public AikidoDiscovery(Aikido aikido, Tasks tasks) {
        this.aikido = aikido;
        this.tasks = tasks;
    }

    /** Asks for everything; what cannot be had is in the findings, not in an exception. */
    public AikidoFindings discover() throws InterruptedException {
        try {
            aikido.signIn();
        } catch (AikidoException e) {
            return new AikidoFindings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(e));
        }
        Future<Workspace> workspace = tasks.start(aikido::workspace);
        Future<List<String>> errors = tasks.start(aikido::configurationErrors);
        Future<List<CodeRepository>> repositories = tasks.start(() -> aikido.repositories());
        return new AikidoFindings(join(workspace), join(errors), join(repositories), Optional.ofNullable(first));
    }

    private <T> Optional<T> join(Future<T> started) throws InterruptedException {
        try {
            return Optional.of(Tasks.join(started));
        } catch (AikidoException e) {
            first = first == null ? e : first;
            return Optional.empty();
        }
    }
}
