package io.jenkins.plugins.aikido.report;

import io.jenkins.plugins.aikido.Messages;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What a page calls a check. */
@Restricted(NoExternalUse.class)
public final class CheckTitles {

    private CheckTitles() {}

    /** For the views: returns the title of a check, and the id itself where a later version wrote the report. */
    public static String of(String id) {
        return switch (id) {
            case "organization" -> Messages.Check_organization();
            case "token" -> Messages.Check_token();
            case "scope.code" -> Messages.Check_scopeCode();
            case "scope.memberEntitlementManagement" -> Messages.Check_scopeMemberEntitlementManagement();
            case "scope.projectAndTeam" -> Messages.Check_scopeProjectAndTeam();
            case "scope.userProfile" -> Messages.Check_scopeUserProfile();
            case "scope.excess" -> Messages.Check_scopeExcess();
            case "project" -> Messages.Check_project();
            case "aikido.credentials" -> Messages.Check_aikidoCredentials();
            case "aikido.workspace" -> Messages.Check_aikidoWorkspace();
            case "aikido.connection" -> Messages.Check_aikidoConnection();
            default -> id;
        };
    }
}
