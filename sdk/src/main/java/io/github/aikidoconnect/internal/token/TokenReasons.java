package io.github.aikidoconnect.internal.token;

/** The reasons in the report for tokens that a run created, replaced, revoked or left alone. */
final class TokenReasons {

    static final String DONE = "This run created it, and it is in place.";
    static final String UNFINISHED =
            "This run created it and ended before the rotation was complete. The next rotation replaces it.";
    static final String UNUSED = "This run created it, could not use it, and revoked it.";
    static final String UNUSED_AND_LEFT = "This run created it, could not use it, and could not revoke it.";
    static final String ORPHAN = "This run created it and lost the answer with its value, so it revoked it.";
    static final String UNDER_WAY =
            "Another run created it less than an hour ago and may still be working with it, so it was"
                    + " left alone. A later rotation revokes it.";
    static final String REPLACED = "The new token replaced it.";
    static final String REPLACED_AND_LEFT = "The new token is in the file. This token stays valid until the next "
            + "rotation, or until it is revoked by its id.";
    static final String NOT_REPLACED = "The new token replaces it, but it could not be revoked.";
    static final String OTHER_SCOPES =
            "It has the same name and other scopes, so it was left alone; it can be revoked by its id.";
    static final String WOULD_BE_REVOKED = "It would be revoked.";
    static final String WOULD_BE_REPLACED = "It would be revoked after Aikido accepted a new token.";
    static final String WOULD_BE_KEPT =
            "A new token would be in the file. This token would stay valid until the next rotation.";
    static final String ASKED = "It is revoked.";
    static final String NOT_REVOKED = "It could not be revoked.";

    private TokenReasons() {}
}
