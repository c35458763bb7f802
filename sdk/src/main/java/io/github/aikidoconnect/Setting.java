package io.github.aikidoconnect;

/** The settings of a run that an error may have to name. */
public enum Setting {
    AZURE_ORGANIZATION("organization"),
    AZURE_PROJECT("project"),
    AZURE_URL("azureUrl"),
    AZURE_TOKEN("azureToken"),
    AIKIDO_CLIENT("aikidoClient"),
    AIKIDO_REGION("region"),
    AIKIDO_URL("aikidoUrl"),
    INCLUDES("includes"),
    EXCLUDES("excludes"),
    PRUNE("prune"),
    PRUNE_LIMIT("pruneLimit"),
    HANDOVER("handover"),
    ALLOW_SHARED_WORKSPACE("allowSharedWorkspace"),
    CALLS_PER_MINUTE("callsPerMinute"),
    SYNC_TIMEOUT("syncTimeout"),
    TIMEOUT("timeout");

    private final String requestName;

    Setting(String requestName) {
        this.requestName = requestName;
    }

    /** Returns the method of {@link ConnectRequest.Builder} that sets it: its name for a Java programmer. */
    public String requestName() {
        return requestName;
    }
}
