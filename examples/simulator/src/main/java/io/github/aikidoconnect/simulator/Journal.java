package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records the exchanges, and writes them to a file if there is one. */
final class Journal implements Consumer<Exchange>, AutoCloseable {
    private final List<Exchange> exchanges = new ArrayList<>();
    private final @Nullable Writer file;

    Journal(@Nullable Path file) {
        try {
            this.file = file == null ? null : Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void accept(Exchange exchange) {
        exchanges.add(exchange);
        if (file != null) {
            try {
                file.write(Json.write(exchange) + "\n");
                file.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
