package io.github.aikidoconnect.maven.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that nobody trusts. It keeps the beginning of whatever it is sent, an entry for each connection. */
public final class Attacker implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> received = new CopyOnWriteArrayList<>();

    private Attacker(ServerSocket server) {
        this.server = server;
    }

    static Attacker start() {
        try {
            Attacker attacker = new Attacker(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread listener = new Thread(attacker::listen, "attacker");
            listener.setDaemon(true);
            listener.start();
            return attacker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                byte[] request = new byte[8192];
                int length = connection.getInputStream().read(request);
                received.add(new String(request, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                received.add(server.isClosed() ? "closed" : e.toString());
            }
        }
    }

    /** Its host and port. */
    public String authority() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    /** What it was sent, an entry for each connection. */
    public List<String> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
