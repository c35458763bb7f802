package io.github.aikidoconnect.azure;

/** stub */
final class AzureUrls {
    static final String HOST = "dev.azure.com";

    private AzureUrls() {}
}
