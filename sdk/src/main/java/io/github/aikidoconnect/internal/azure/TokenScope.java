package io.github.aikidoconnect.internal.azure;

/**
 * The scopes that Aikido asks of a personal access token, from its guide for Azure DevOps (2026-10), each under the
 * name that Azure DevOps' page shows.
 */
public enum TokenScope {
    CODE("Code: Read", "vso.code"),
    MEMBER_ENTITLEMENT_MANAGEMENT("Member Entitlement Management: Read", "vso.memberentitlementmanagement"),
    PROJECT_AND_TEAM("Project and Team: Read", "vso.project"),
    USER_PROFILE("User Profile: Read", "vso.profile");

    private final String title;
    private final String id;

    TokenScope(String title, String id) {
        this.title = title;
        this.id = id;
    }

    /** Returns the name on the page where a person ticks it. */
    public String title() {
        return title;
    }

    /** Returns the name in Azure DevOps' API. */
    public String id() {
        return id;
    }
}
