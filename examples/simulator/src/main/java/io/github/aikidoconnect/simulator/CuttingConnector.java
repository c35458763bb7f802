package io.github.aikidoconnect.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Accepts connections, and can cut all of them. Jetty closes those that it serves when it stops, but neither answers nor
 * closes one that it accepts meanwhile: a client that was cut off and calls again at once would wait forever.
 */
final class CuttingConnector extends ServerConnector {
    private final Set<Socket> open = new HashSet<>();
    private boolean cut;

    CuttingConnector(Server server, ConnectionFactory... protocols) {
        super(server, protocols);
    }

    /** Is called for each connection before it is served. */
    @Override
    protected void configure(Socket socket) {
        super.configure(socket);
        synchronized (open) {
            open.removeIf(Socket::isClosed);
            open.add(socket);
            if (cut) {
                close(socket);
            }
        }
    }

    /** Closes all current and future connections. */
    void cut() {
        synchronized (open) {
            cut = true;
            open.forEach(CuttingConnector::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
