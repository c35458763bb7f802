package io.github.aikidoconnect.internal.azure;

/** The scopes that Aikido needs, from its guide for Azure DevOps (2026-10), with the names on the page of Azure DevOps. */
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

    /** Returns the name on the page where users select the scope. */
    public String title() {
        return title;
    }

    /** Returns the name in Azure DevOps' API. */
    public String id() {
        return id;
    }
}
