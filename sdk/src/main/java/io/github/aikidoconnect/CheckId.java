package io.github.aikidoconnect;

/** The things that are checked, in the order in which they are shown. */
public enum CheckId {
    /** The organization exists. */
    ORGANIZATION("organization"),
    /** Azure DevOps accepts the personal access token. */
    TOKEN("token"),
    /** The token lists every repository that its owner may read. Only reported where that is not so, or not known. */
    TOKEN_VISIBILITY("token.visibility"),
    /** Code: Read. */
    SCOPE_CODE("scope.code"),
    /** Member Entitlement Management: Read. */
    SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT("scope.memberEntitlementManagement"),
    /** Project and Team: Read. */
    SCOPE_PROJECT_AND_TEAM("scope.projectAndTeam"),
    /** User Profile: Read. */
    SCOPE_USER_PROFILE("scope.userProfile"),
    /** The token opens no more than it has to. */
    SCOPE_EXCESS("scope.excess"),
    /** The organization has the project. */
    PROJECT("project"),
    /** Aikido accepts the API client, and the client has the API scopes that can be tried without changing anything. */
    AIKIDO_CREDENTIALS("aikido.credentials"),
    /** The workspace is the one for this organization and project. */
    AIKIDO_WORKSPACE("aikido.workspace"),
    /** Aikido reaches the source code. */
    AIKIDO_CONNECTION("aikido.connection");

    private final String id;

    CheckId(String id) {
        this.id = id;
    }

    /** The id as it stands in the report. */
    @Override
    public String toString() {
        return id;
    }
}
