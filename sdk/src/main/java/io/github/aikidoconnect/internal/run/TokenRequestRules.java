package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.location.AzureNames;
import java.util.ArrayList;
import java.util.List;

/** Judges what only a request about tokens has, before anything is called: a value that is made would be lost. */
final class TokenRequestRules {

    private final TokenRequest request;
    private final ValidatedRequest target;
    private final ProblemTexts wording;
    private final List<Problem> problems = new ArrayList<>();

    private TokenRequestRules(TokenRequest request, ValidatedRequest target, ProblemTexts wording) {
        this.request = request;
        this.target = target;
        this.wording = wording;
    }

    /** Returns what is wrong. */
    static List<Problem> problems(TokenRequest request, ValidatedRequest target, ProblemTexts wording) {
        TokenRequestRules settings = new TokenRequestRules(request, target, wording);
        request.action()
                .ifPresentOrElse(
                        settings::judge,
                        () -> settings.problems.add(request.unreadableAction()
                                .map(text -> wording.invalid(Setting.TOKEN_ACTION, text, "is not a valid value"))
                                .orElseGet(() -> wording.missing(Setting.TOKEN_ACTION, "The action"))));
        return settings.problems;
    }

    private void judge(TokenAction action) {
        if (action == TokenAction.REVOKE
                || (action == TokenAction.ROTATE && request.id().isPresent())) {
            judgeId();
        }
        if (action.makesOne()) {
            judgeToken();
            judgeDestination();
        }
    }

    private void judgeId() {
        if (request.id().isEmpty()) {
            problems.add(wording.missing(Setting.TOKEN_ID, "The id of the token to revoke"));
        } else if (!AzureNames.isId(request.id().get())) {
            // Somebody may have taken the token itself for its id.
            problems.add(wording.invalid(Setting.TOKEN_ID, "******", "is not the id of a token, as a list shows it"));
        }
    }

    private void judgeToken() {
        if (!AllowedValues.range(Setting.TOKEN_DAYS).orElseThrow().contains(request.days())) {
            problems.add(
                    wording.invalid(Setting.TOKEN_DAYS, Integer.toString(request.days()), "is not a number of days"));
        }
        request.name()
                .filter(name -> name.codePoints().anyMatch(Character::isISOControl))
                .ifPresent(name -> problems.add(
                        wording.invalid(Setting.TOKEN_NAME, SafeText.oneLine(name), "cannot be the name of a token")));
    }

    private void judgeDestination() {
        boolean id = request.where().aikidoClientId().isPresent();
        boolean secret = request.where().aikidoClientSecret().isPresent();
        if (id != secret) {
            problems.add(target.clientMissing());
        } else if (!id && request.file().isEmpty()) {
            problems.add(wording.noDestination());
        }
    }
}
