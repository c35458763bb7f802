package io.github.aikidoconnect;

import java.net.http.HttpClient;

/**
 * The implementation behind the API. It is found with {@link java.util.ServiceLoader}, so that no type of the API depends on
 * an internal type. Callers use {@link AikidoConnect} and {@link ConnectReport}.
 */
public interface Engine {

    /** Returns a new builder for {@link AikidoConnect}. */
    AikidoConnect.Builder builder();

    /**
     * Returns a transport that sends calls with a client of the JDK.
     *
     * @throws IllegalArgumentException if the client follows redirects, which would carry credentials to another host
     */
    Transport transport(HttpClient client);

    /** Returns the report in a format. */
    String write(ConnectReport report, ReportFormat format);
}
