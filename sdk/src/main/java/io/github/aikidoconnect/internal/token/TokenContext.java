package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.limit.Time;

/**
 * Everything that the steps of a run for tokens share.
 *
 * @param tokens the tokens of the person
 * @param request the request, already validated
 * @param texts the texts of problems
 * @param progress receives the progress events
 * @param time the clock
 */
public record TokenContext(
        PersonalTokens tokens, TokenRequest request, TokenProblemTexts texts, ProgressListener progress, Time time) {}
