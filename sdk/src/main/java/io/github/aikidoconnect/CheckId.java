package io.github.aikidoconnect;

/** The checks, in the order in which they are shown. */
public enum CheckId {
    /** The organization exists. */
    ORGANIZATION("organization"),
    /** Azure DevOps accepts the token. */
    TOKEN("token"),
    /** The token lists every repository that its owner may read. Reported only if it does not, or if this is unknown. */
    TOKEN_VISIBILITY("token.visibility"),
    /** Code: Read. */
    SCOPE_CODE("scope.code"),
    /** Member Entitlement Management: Read. */
    SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT("scope.memberEntitlementManagement"),
    /** Project and Team: Read. */
    SCOPE_PROJECT_AND_TEAM("scope.projectAndTeam"),
    /** User Profile: Read. */
    SCOPE_USER_PROFILE("scope.userProfile"),
    /** The token has no scopes beyond the four that Aikido needs. */
    SCOPE_EXCESS("scope.excess"),
    /** The project exists in the organization. */
    PROJECT("project"),
    /** Aikido accepts the API client, and the client has the API scopes that can be checked without a change. */
    AIKIDO_CREDENTIALS("aikido.credentials"),
    /** The workspace belongs to this organization and project. */
    AIKIDO_WORKSPACE("aikido.workspace"),
    /** Aikido can reach the source code. */
    AIKIDO_CONNECTION("aikido.connection");

    private final String id;

    CheckId(String id) {
        this.id = id;
    }

    /** Returns the id in the report. */
    @Override
    public String toString() {
        return id;
    }
}
