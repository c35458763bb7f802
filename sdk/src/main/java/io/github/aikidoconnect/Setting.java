package io.github.aikidoconnect;

import java.util.EnumSet;
import java.util.Set;

/** The settings of a run that a message can name. */
public enum Setting {
    AZURE_ORGANIZATION("organization"),
    AZURE_PROJECT("project"),
    AZURE_URL("azureUrl"),
    AZURE_TOKEN("azureToken"),
    AZURE_AUTH("azureSignIn"),
    AZURE_TENANT_ID("azureSignIn"),
    AZURE_CLIENT_ID("azureSignIn"),
    AZURE_CLIENT_SECRET("azureSignIn"),
    AZURE_FEDERATED_TOKEN("azureSignIn"),
    AZURE_AUTHORITY_HOST("azureSignIn"),
    AZURE_SERVICE_CONNECTION("azureSignIn"),
    AZURE_JOB_TOKEN("azureSignIn"),
    AZURE_IDENTITY_ENDPOINT("azureSignIn"),
    AIKIDO_CLIENT("aikidoClient"),
    AIKIDO_REGION("region"),
    AIKIDO_URL("aikidoUrl"),
    INCLUDES("includes"),
    EXCLUDES("excludes"),
    PRUNE("prune"),
    PRUNE_LIMIT("pruneLimit"),
    REACTIVATE("reactivate"),
    MAX_SCAN_AGE("maxScanAge"),
    HANDOVER("handover"),
    ALLOW_SHARED_WORKSPACE("allowSharedWorkspace"),
    CALLS_PER_MINUTE("callsPerMinute"),
    SYNC_TIMEOUT("syncTimeout"),
    MAX_DURATION("maxDuration"),
    TIMEOUT("timeout"),
    REPOSITORY_SETTINGS("afterConnecting"),
    MAX_CRITICAL("afterConnecting"),
    MAX_HIGH("afterConnecting"),
    ENTRA_ACCESS("entraAccess"),
    WARN_DAYS("entraAccess"),
    TOKEN_ACTION("action"),
    TOKEN_NAME("name"),
    TOKEN_DAYS("days"),
    TOKEN_FILE("file"),
    TOKEN_ID("id"),
    PROJECTS("project"),
    MIN_COVERAGE("minCoverage");

    private static final Set<Setting> OF_TOKEN = EnumSet.of(TOKEN_ACTION, TOKEN_NAME, TOKEN_DAYS, TOKEN_FILE, TOKEN_ID);
    private static final Set<Setting> OF_ORGANIZATION = EnumSet.of(PROJECTS, MIN_COVERAGE);

    private final String requestName;

    Setting(String requestName) {
        this.requestName = requestName;
    }

    /** Returns whether only a {@link TokenRequest} has this setting. */
    public boolean isOfToken() {
        return OF_TOKEN.contains(this);
    }

    /** Returns whether only an {@link OrganizationRequest} has this setting. */
    public boolean isOfOrganization() {
        return OF_ORGANIZATION.contains(this);
    }

    /** Returns the builder method that sets it, which is the name for a Java programmer. */
    public String requestName() {
        return requestName;
    }
}
