package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.internal.limit.Tasks;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The outcome of a call: its result, or its failure. */
public final class Attempt<T> {

    private final @Nullable T value;
    private final @Nullable AzureException failure;

    private Attempt(@Nullable T value, @Nullable AzureException failure) {
        this.value = value;
        this.failure = failure;
    }

    static <T> Attempt<T> success(T value) {
        return new Attempt<>(value, null);
    }

    static <T> Attempt<T> failure(AzureException failure) {
        return new Attempt<>(null, failure);
    }

    /** Waits for a call that was started. */
    public static <T> Attempt<T> of(Future<T> started) throws InterruptedException {
        try {
            return success(Tasks.join(started));
        } catch (AzureException e) {
            return failure(e);
        }
    }

    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    public Optional<AzureException> failure() {
        return Optional.ofNullable(failure);
    }

    public boolean succeeded() {
        return failure == null;
    }

    /** Returns whether the call failed with this kind of failure. */
    public boolean failedWith(AzureException.Kind kind) {
        return failure()
                .map(AzureException::kind)
                .filter(Predicate.isEqual(kind))
                .isPresent();
    }
}
