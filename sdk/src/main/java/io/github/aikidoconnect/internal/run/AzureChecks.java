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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges what was found out about organization, token and project. */
final class AzureChecks {

    private static final CheckId[] OF_THE_TOKEN = {
        CheckId.SCOPE_CODE,
        CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT,
        CheckId.SCOPE_PROJECT_AND_TEAM,
        CheckId.SCOPE_USER_PROFILE,
        CheckId.SCOPE_EXCESS,
        CheckId.PROJECT
    };

    private final AzureFindings findings;
    private final String organization;
    private final String tokensPage;
    private final ProblemTexts wording;
    private final CheckList verdicts;
    private final Function<String, Problem> projectNotFound;
    private final TokenChecks knowledge;
    private final SignedInToken use;

    /**
     * @param projectNotFound says that the project of the request is not there; asked only then, since it looks for
     *     those that are
     * @param knowledge what the token's record says
     * @param use what the token may be used for
     */
    AzureChecks(
            AzureFindings findings,
            ValidatedRequest target,
            ProblemTexts wording,
            CheckList verdicts,
            Function<String, Problem> projectNotFound,
            TokenChecks knowledge,
            SignedInToken use) {
        this.findings = findings;
        this.organization = target.organization().orElseThrow();
        this.tokensPage = target.azureUrls().page(organization, "_usersSettings", "tokens");
        this.wording = wording;
        this.verdicts = verdicts;
        this.projectNotFound = projectNotFound;
        this.knowledge = knowledge;
        this.use = use;
    }

    void judge(String project) {
        if (!judgeOrganization() || !judgeToken()) {
            return;
        }
        use.judgeVisibility(wording, verdicts);
        judgeScopes();
        judgeExcess();
        judgeProject(project);
    }

    private boolean judgeOrganization() {
        if (findings.organizationIsMissing()) {
            verdicts.failed(CheckId.ORGANIZATION, wording.organizationNotFound(organization));
            verdicts.skipped("There is no organization to try it on.", CheckId.TOKEN);
            verdicts.skipped("There is no organization to try it on.", OF_THE_TOKEN);
            return false;
        }
        boolean seen = findings.tokenIsAccepted() || findings.organization().succeeded();
        if (seen) {
            verdicts.passed(CheckId.ORGANIZATION, "\"" + organization + "\" exists.");
        } else {
            verdicts.unknown(CheckId.ORGANIZATION, why(findings.organization()));
        }
        return true;
    }

    private boolean judgeToken() {
        Attempt<TokenOwner> owner = findings.owner();
        if (findings.tokenHasExpired()) {
            return tokenFailed(wording.tokenExpired(tokensPage));
        }
        if (findings.tokenIsRejected()) {
            return tokenFailed(wording.tokenRejected(organization, detail(owner)));
        }
        if (owner.succeeded()) {
            String name = owner.value().map(TokenOwner::name).orElse("");
            knowledge.judge("Azure DevOps accepts it; it belongs to " + name, wording, tokensPage, verdicts);
            return true;
        }
        if (findings.tokenIsAccepted()) {
            verdicts.unknown(
                    CheckId.TOKEN, "It opens calls, but whose it is could not be read: " + detail(owner) + ".");
            return true;
        }
        verdicts.unknown(CheckId.TOKEN, why(owner));
        owner.failure().map(wording::azureUnavailable).ifPresent(verdicts::problem);
        verdicts.skipped("Azure DevOps did not answer.", OF_THE_TOKEN);
        return false;
    }

    private boolean tokenFailed(Problem problem) {
        verdicts.failed(CheckId.TOKEN, problem);
        verdicts.skipped("The token is not accepted.", OF_THE_TOKEN);
        return false;
    }

    private void judgeScopes() {
        List<TokenScope> missing = new ArrayList<>();
        for (TokenScope scope : TokenScope.values()) {
            Attempt<Boolean> attempt = findings.scopes().get(scope);
            boolean untried = attempt == null || !attempt.succeeded();
            if (findings.lacks(scope) || (untried && knowledge.lacks(scope))) {
                missing.add(scope);
            }
        }
        // The profile call was once said to be closed to tokens of this kind; Code: Read implies its scope anyhow. So a
        // refusal there alone proves nothing.
        boolean profileAlone = missing.equals(List.of(TokenScope.USER_PROFILE));
        List<String> titles = missing.stream().map(TokenScope::title).toList();
        for (TokenScope scope : TokenScope.values()) {
            judgeScope(scope, missing.contains(scope), profileAlone);
        }
        if (!missing.isEmpty() && !profileAlone) {
            boolean ticked = missing.stream().allMatch(knowledge::shows);
            verdicts.problem(ticked ? wording.permissionMissing(titles) : wording.scopeMissing(titles, tokensPage));
        }
    }

    private void judgeScope(TokenScope scope, boolean missing, boolean profileAlone) {
        CheckId id = check(scope);
        Attempt<Boolean> attempt = findings.scopes().get(scope);
        String note = knowledge.note(scope);
        List<String> title = List.of(scope.title());
        if (missing && profileAlone) {
            verdicts.warning(
                    id,
                    scope.title() + " was refused, though the token's other scopes imply it.",
                    "Tick it at " + tokensPage + " if it is not; else nothing is to do.");
        } else if (missing && knowledge.shows(scope)) {
            verdicts.failed(
                    id,
                    scope.title() + " is granted, and refused all the same." + note,
                    wording.permissionMissing(title).fix());
        } else if (missing) {
            verdicts.failed(
                    id,
                    scope.title() + " is missing." + note,
                    wording.scopeMissing(title, tokensPage).fix());
        } else if (knowledge.shows(scope) || (attempt != null && attempt.succeeded())) {
            verdicts.passed(id, scope.title() + " is granted." + note);
        } else if (attempt == null) {
            verdicts.unknown(id, scope.title() + " could not be tried: there is no project to try it on.");
        } else {
            verdicts.unknown(id, scope.title() + " could not be tried: " + detail(attempt) + ".");
        }
    }

    private static CheckId check(TokenScope scope) {
        return switch (scope) {
            case CODE -> CheckId.SCOPE_CODE;
            case MEMBER_ENTITLEMENT_MANAGEMENT -> CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT;
            case PROJECT_AND_TEAM -> CheckId.SCOPE_PROJECT_AND_TEAM;
            case USER_PROFILE -> CheckId.SCOPE_USER_PROFILE;
        };
    }

    private void judgeExcess() {
        if (knowledge.judgeExcess(tokensPage, verdicts)) {
            return;
        }
        List<ExcessScope> open = findings.open();
        if (open.isEmpty() && findings.excessIsKnown()) {
            verdicts.passed(CheckId.SCOPE_EXCESS, "Nothing else was found open to it.");
            return;
        }
        if (open.isEmpty()) {
            verdicts.unknown(CheckId.SCOPE_EXCESS, "Whether it opens more than it has to could not be found out.");
            return;
        }
        boolean all = open.size() == ExcessScope.values().length;
        String titles = open.stream().map(ExcessScope::title).collect(Collectors.joining(", "));
        verdicts.warning(
                CheckId.SCOPE_EXCESS,
                all
                        ? "The token has full access, or close to it."
                        : "The token opens more than Aikido needs: " + titles + ".",
                "Make one with the four scopes only at " + tokensPage + ".");
    }

    private void judgeProject(String name) {
        if (findings.project().isEmpty()) {
            verdicts.skipped(
                    "No project was given" + findings.overview().map(this::seen).orElse("") + ".", CheckId.PROJECT);
            return;
        }
        Attempt<AzureProject> project = findings.project().get();
        if (project.failedWith(Kind.PROJECT_NOT_FOUND) || project.failedWith(Kind.NOT_FOUND)) {
            verdicts.failed(CheckId.PROJECT, projectNotFound.apply(name));
            return;
        }
        if (!project.succeeded()) {
            verdicts.unknown(CheckId.PROJECT, why(project));
            missed(project);
            return;
        }
        AzureProject found = project.value().orElseThrow();
        int repositories =
                findings.repositories().flatMap(Attempt::value).map(List::size).orElse(0);
        if (!found.isWellFormed()) {
            verdicts.warning(
                    CheckId.PROJECT,
                    "\"" + found.name() + "\" is in the state " + found.state() + ".",
                    "Wait until it is made, or take another one if it is being deleted.");
        } else if (!findings.repositories().map(Attempt::succeeded).orElse(false)) {
            verdicts.passed(CheckId.PROJECT, "\"" + found.name() + "\" was found. Its repositories could not be read.");
        } else if (findings.tfvcFailure().isPresent()) {
            verdicts.warning(
                    CheckId.PROJECT,
                    "\"" + found.name() + "\" has " + count(repositories)
                            + ", but its TFVC repository could not be read: "
                            + findings.tfvcFailure().get().detail() + ".",
                    "If the next run says so too, check that the token's owner may read it.");
        } else {
            verdicts.passed(CheckId.PROJECT, "\"" + found.name() + "\" has " + count(repositories) + ".");
        }
        findings.repositories().ifPresent(this::missed);
    }

    private String seen(AzureOverview overview) {
        String projects = overview.projects() == 1 ? "1 project" : overview.projects() + " projects";
        String git = overview.repositories() == 1 ? "1 Git repository" : overview.repositories() + " Git repositories";
        String where = overview.counted() == overview.projects()
                ? ""
                : " in the " + overview.counted() + " that could be looked into";
        return "; the token sees " + projects + " with " + git + where;
    }

    /** Nothing can be done without it. What was refused for a missing scope has that for its problem already. */
    private void missed(Attempt<?> attempt) {
        boolean refused = attempt.failedWith(Kind.REFUSED) || attempt.failedWith(Kind.TOKEN_REJECTED);
        boolean explained = refused && !verdicts.problems().isEmpty();
        if (!explained) {
            attempt.failure().map(wording::azureUnavailable).ifPresent(verdicts::problem);
        }
    }

    private static String count(int repositories) {
        return repositories == 1 ? "1 repository" : repositories + " repositories";
    }

    private static String why(Attempt<?> attempt) {
        return "It could not be found out: " + detail(attempt) + ".";
    }

    private static String detail(Attempt<?> attempt) {
        return attempt.failure().map(AzureException::detail).orElse("no answer");
    }
}
