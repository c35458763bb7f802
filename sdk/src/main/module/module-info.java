/**
 * Registers the repositories of Azure DevOps projects in Aikido. The two exported packages are the API; all others may change
 * with every release. On a class path, where Maven and Jenkins use the SDK, this file has no effect.
 */
module io.github.aikidoconnect {
    requires com.fasterxml.jackson.databind;
    requires com.microsoft.aad.msal4j;
    requires transitive java.net.http;
    requires static org.jspecify;

    exports io.github.aikidoconnect;
    exports io.github.aikidoconnect.location;

    uses io.github.aikidoconnect.Engine;

    provides io.github.aikidoconnect.Engine with
            io.github.aikidoconnect.internal.DefaultEngine;
}
