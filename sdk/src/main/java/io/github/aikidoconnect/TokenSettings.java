package io.github.aikidoconnect;

import io.github.aikidoconnect.azure.AzureNames;
import java.util.ArrayList;
import java.util.List;

/** Judges what only a request about tokens has, before anything is called: a value that is made would be lost. */
final class TokenSettings {

    private final TokenRequest request;
    private final Target target;
    private final Wording wording;
    private final List<Problem> problems = new ArrayList<>();

    private TokenSettings(TokenRequest request, Target target, Wording wording) {
        this.request = request;
        this.target = target;
        this.wording = wording;
    }

    /** Returns what is wrong. */
    static List<Problem> problems(TokenRequest request, Target target, Wording wording) {
        TokenSettings settings = new TokenSettings(request, target, wording);
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
