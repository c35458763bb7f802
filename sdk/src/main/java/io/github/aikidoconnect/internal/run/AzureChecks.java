package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.internal.azure.Attempt;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.AzureOverview;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.ExcessScope;
import io.github.aikidoconnect.internal.azure.TokenOwner;
import io.github.aikidoconnect.internal.azure.TokenScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Checks the organization, the token and the project, from the answers of Azure DevOps. */
final class AzureChecks {

    private static final CheckId[] OF_THE_TOKEN = {
        CheckId.SCOPE_CODE,
        CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT,
        CheckId.SCOPE_PROJECT_AND_TEAM,
        CheckId.SCOPE_USER_PROFILE,
        CheckId.SCOPE_EXCESS,
        CheckId.PROJECT
    };

    private final RunContext context;
    private final AzureFindings findings;
    private final String organization;
    private final String tokensPage;
    private final AzureProblems texts;
    private final Optional<IdentityProblems> identity;
    private final SignedInToken token;
    private final TokenChecks record;
    private final Supplier<List<String>> visibleProjects;
    private final CheckList checks = new CheckList();

    /**
     * @param token what the token may be used for
     * @param record the checks from the token's record
     * @param visibleProjects reads the names of the projects that the token sees; called only if the requested one is
     *     not among them
     */
    AzureChecks(
            RunContext context,
            AzureFindings findings,
            SignedInToken token,
            TokenChecks record,
            Supplier<List<String>> visibleProjects) {
        this.context = context;
        this.findings = findings;
        this.organization = context.organization();
        this.tokensPage = context.validated().azureUrls().page(organization, "_usersSettings", "tokens");
        this.texts = context.texts().azure();
        this.identity = IdentityProblems.of(context);
        this.token = token;
        this.record = record;
        this.visibleProjects = visibleProjects;
    }

    /** Returns the checks of the organization, the token, its scopes and the project. */
    CheckList check() {
        if (checkOrganization() && checkToken()) {
            token.checkVisibility(texts, checks);
            checkPermissions();
            checkProject();
        }
        return checks;
    }

    private boolean checkOrganization() {
        if (findings.organizationIsMissing()) {
            checks.failed(CheckId.ORGANIZATION, texts.organizationNotFound(organization));
            checks.skipped("It was not checked, because the organization was not found.", CheckId.TOKEN);
            checks.skipped("It was not checked, because the organization was not found.", OF_THE_TOKEN);
            return false;
        }
        boolean seen = findings.tokenIsAccepted() || findings.organization().succeeded();
        if (seen) {
            checks.passed(CheckId.ORGANIZATION, "\"" + organization + "\" exists.");
        } else {
            checks.unknown(CheckId.ORGANIZATION, why(findings.organization()));
        }
        return true;
    }

    private boolean checkToken() {
        Attempt<TokenOwner> owner = findings.owner();
        if (findings.tokenHasExpired()) {
            return tokenFailed(texts.tokenExpired(tokensPage));
        }
        if (findings.tokenIsRejected()) {
            return tokenFailed(identity.map(each -> each.rejected(detail(owner)))
                    .orElseGet(() -> texts.tokenRejected(organization, detail(owner))));
        }
        if (owner.failure().filter(failure -> failure.kind().isSignIn()).isPresent()) {
            return tokenFailed(owner.failure().map(texts::unavailable).orElseThrow());
        }
        if (owner.succeeded()) {
            String name = owner.value().map(TokenOwner::name).orElse("");
            String accepted = identity.map(each -> "the " + each.title() + " \"" + name + "\"")
                    .orElse("it; it belongs to " + name);
            record.check("Azure DevOps accepts " + accepted, texts, tokensPage, checks);
            return true;
        }
        if (findings.tokenIsAccepted()) {
            checks.unknown(
                    CheckId.TOKEN, "Azure DevOps accepts it, but its owner could not be read: " + detail(owner) + ".");
            return true;
        }
        checks.unknown(CheckId.TOKEN, why(owner));
        owner.failure().map(texts::unavailable).ifPresent(checks::problem);
        checks.skipped("Azure DevOps did not answer.", OF_THE_TOKEN);
        return false;
    }

    private boolean tokenFailed(Problem problem) {
        checks.failed(CheckId.TOKEN, problem);
        checks.skipped("It was not checked, because the token was not accepted.", OF_THE_TOKEN);
        return false;
    }

    private void checkPermissions() {
        if (identity.isPresent()) {
            new IdentityChecks(findings, identity.get(), checks).check();
        } else {
            checkScopes();
            checkExcess();
        }
    }

    private void checkScopes() {
        List<TokenScope> missing = new ArrayList<>();
        for (TokenScope scope : TokenScope.values()) {
            Attempt<Boolean> attempt = findings.scopes().get(scope);
            boolean untried = attempt == null || !attempt.succeeded();
            if (findings.lacks(scope) || (untried && record.lacks(scope))) {
                missing.add(scope);
            }
        }
        // A refusal of the profile call alone proves nothing: Code (Read) implies the scope, and Azure DevOps was
        // reported to close the call to personal access tokens.
        boolean profileAlone = missing.equals(List.of(TokenScope.USER_PROFILE));
        List<String> titles = missing.stream().map(TokenScope::title).toList();
        for (TokenScope scope : TokenScope.values()) {
            checkScope(scope, missing.contains(scope), profileAlone);
        }
        if (!missing.isEmpty() && !profileAlone) {
            boolean ticked = missing.stream().allMatch(record::shows);
            checks.problem(ticked ? texts.permissionMissing(titles) : texts.scopeMissing(titles, tokensPage));
        }
    }

    private void checkScope(TokenScope scope, boolean missing, boolean profileAlone) {
        CheckId id = idOf(scope);
        Attempt<Boolean> attempt = findings.scopes().get(scope);
        String note = record.note(scope);
        List<String> title = List.of(scope.title());
        if (missing && profileAlone) {
            checks.warning(
                    id,
                    scope.title() + " was refused, although the token's other scopes imply it.",
                    "Select it at " + tokensPage + " if it is not selected. Otherwise, nothing needs to be done.");
        } else if (missing && record.shows(scope)) {
            checks.failed(
                    id,
                    scope.title() + " is granted, but Azure DevOps refused the call." + note,
                    texts.permissionMissing(title).fix());
        } else if (missing) {
            checks.failed(
                    id,
                    scope.title() + " is missing." + note,
                    texts.scopeMissing(title, tokensPage).fix());
        } else if (record.shows(scope) || (attempt != null && attempt.succeeded())) {
            checks.passed(id, scope.title() + " is granted." + note);
        } else if (attempt == null) {
            checks.unknown(id, scope.title() + " could not be checked, because there is no project to check it on.");
        } else {
            checks.unknown(id, scope.title() + " could not be checked: " + detail(attempt) + ".");
        }
    }

    static CheckId idOf(TokenScope scope) {
        return switch (scope) {
            case CODE -> CheckId.SCOPE_CODE;
            case MEMBER_ENTITLEMENT_MANAGEMENT -> CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT;
            case PROJECT_AND_TEAM -> CheckId.SCOPE_PROJECT_AND_TEAM;
            case USER_PROFILE -> CheckId.SCOPE_USER_PROFILE;
        };
    }

    private void checkExcess() {
        if (record.checkExcess(tokensPage, checks)) {
            return;
        }
        List<ExcessScope> open = findings.open();
        if (open.isEmpty() && findings.excessIsKnown()) {
            checks.passed(CheckId.SCOPE_EXCESS, "No further permissions were found.");
            return;
        }
        if (open.isEmpty()) {
            checks.unknown(
                    CheckId.SCOPE_EXCESS,
                    "It could not be determined whether the token has more permissions " + "than Aikido needs.");
            return;
        }
        boolean all = open.size() == ExcessScope.values().length;
        String titles = open.stream().map(ExcessScope::title).collect(Collectors.joining(", "));
        checks.warning(
                CheckId.SCOPE_EXCESS,
                all
                        ? "The token has full access, or close to it."
                        : "The token has more permissions than Aikido needs: " + titles + ".",
                "Create a token with only the four scopes at " + tokensPage + ".");
    }

    private void checkProject() {
        if (findings.project().isEmpty()) {
            checks.skipped(
                    "No project was specified"
                            + findings.overview().map(this::seen).orElse("") + ".",
                    CheckId.PROJECT);
            return;
        }
        Attempt<AzureProject> project = findings.project().get();
        if (project.failedWith(Kind.PROJECT_NOT_FOUND) || project.failedWith(Kind.NOT_FOUND)) {
            String name = context.request().project().orElse("");
            List<String> visible = visibleProjects.get();
            checks.failed(
                    CheckId.PROJECT,
                    identity.map(each -> each.projectNotFound(name, visible))
                            .orElseGet(() -> texts.projectNotFound(name, organization, visible)));
            return;
        }
        if (!project.succeeded()) {
            checks.unknown(CheckId.PROJECT, why(project));
            missed(project);
            return;
        }
        AzureProject found = project.value().orElseThrow();
        int repositories =
                findings.repositories().flatMap(Attempt::value).map(List::size).orElse(0);
        if (!found.isWellFormed()) {
            checks.warning(
                    CheckId.PROJECT,
                    "\"" + found.name() + "\" is in the state " + found.state() + ".",
                    "Wait until the project is created, or choose another one if it is being deleted.");
        } else if (!findings.repositories().map(Attempt::succeeded).orElse(false)) {
            checks.passed(CheckId.PROJECT, "\"" + found.name() + "\" was found. Its repositories could not be read.");
        } else if (findings.tfvcFailure().isPresent()) {
            checks.warning(
                    CheckId.PROJECT,
                    "\"" + found.name() + "\" has " + count(repositories)
                            + ", but its TFVC repository could not be read: "
                            + findings.tfvcFailure().get().detail() + ".",
                    "Run it again. If it still cannot be read, check that the token's owner may read it.");
        } else {
            checks.passed(CheckId.PROJECT, "\"" + found.name() + "\" has " + count(repositories) + ".");
        }
        findings.repositories().ifPresent(this::missed);
    }

    private String seen(AzureOverview overview) {
        String projects = overview.projects() == 1 ? "1 project" : overview.projects() + " projects";
        String git = overview.repositories() == 1 ? "1 Git repository" : overview.repositories() + " Git repositories";
        String where = overview.counted() == overview.projects()
                ? ""
                : " in the " + overview.counted() + " that could be read";
        return "; the token sees " + projects + " with " + git + where;
    }

    /** Adds the problem of a read that failed, unless a missing scope explains it. */
    private void missed(Attempt<?> attempt) {
        boolean refused = attempt.failedWith(Kind.REFUSED) || attempt.failedWith(Kind.TOKEN_REJECTED);
        boolean explained = refused && !checks.problems().isEmpty();
        if (!explained) {
            attempt.failure().map(texts::unavailable).ifPresent(checks::problem);
        }
    }

    private static String count(int repositories) {
        return repositories == 1 ? "1 repository" : repositories + " repositories";
    }

    private static String why(Attempt<?> attempt) {
        return "It could not be determined: " + detail(attempt) + ".";
    }

    private static String detail(Attempt<?> attempt) {
        return attempt.failure().map(AzureException::detail).orElse("no answer");
    }
}
