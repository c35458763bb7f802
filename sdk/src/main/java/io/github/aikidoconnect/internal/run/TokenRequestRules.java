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

/** Validates the values that only a request for tokens has. A mistake found later would cost a created token. */
final class TokenRequestRules {

    private final TokenRequest request;
    private final ValidatedRequest validated;
    private final ProblemTexts texts;
    private final List<Problem> problems = new ArrayList<>();

    private TokenRequestRules(TokenRequest request, ValidatedRequest validated, ProblemTexts texts) {
        this.request = request;
        this.validated = validated;
        this.texts = texts;
    }

    /** Returns the mistakes in a request. */
    static List<Problem> problems(TokenRequest request, ValidatedRequest validated, ProblemTexts texts) {
        TokenRequestRules rules = new TokenRequestRules(request, validated, texts);
        request.action()
                .ifPresentOrElse(
                        rules::validate,
                        () -> rules.problems.add(request.unreadableAction()
                                .map(text ->
                                        texts.settings().invalid(Setting.TOKEN_ACTION, text, "is not a valid value"))
                                .orElseGet(() -> texts.settings().missing(Setting.TOKEN_ACTION, "The action"))));
        return rules.problems;
    }

    private void validate(TokenAction action) {
        if (action == TokenAction.REVOKE
                || (action == TokenAction.ROTATE && request.id().isPresent())) {
            validateId();
        }
        if (action.makesOne()) {
            validateToken();
            validateDestination();
        }
    }

    private void validateId() {
        if (request.id().isEmpty()) {
            problems.add(texts.settings().missing(Setting.TOKEN_ID, "The id of the token to revoke"));
        } else if (!AzureNames.isId(request.id().get())) {
            // The value is not shown: it may be the token itself, given by mistake.
            problems.add(texts.settings()
                    .invalid(Setting.TOKEN_ID, "******", "is not the id of a token. The action list shows the ids"));
        }
    }

    private void validateToken() {
        if (!AllowedValues.range(Setting.TOKEN_DAYS).orElseThrow().contains(request.days())) {
            problems.add(texts.settings()
                    .invalid(Setting.TOKEN_DAYS, Integer.toString(request.days()), "is not a number of days"));
        }
        request.name()
                .filter(name -> name.codePoints().anyMatch(Character::isISOControl))
                .ifPresent(name -> problems.add(texts.settings()
                        .invalid(Setting.TOKEN_NAME, SafeText.oneLine(name), "is not a valid name of a token")));
    }

    private void validateDestination() {
        boolean id = request.where().aikidoClientId().isPresent();
        boolean secret = request.where().aikidoClientSecret().isPresent();
        if (id != secret) {
            problems.add(validated.clientMissing());
        } else if (!id && request.file().isEmpty()) {
            problems.add(texts.settings().noDestination());
        }
    }
}
