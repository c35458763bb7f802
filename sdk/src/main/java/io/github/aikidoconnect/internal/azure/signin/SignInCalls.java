package io.github.aikidoconnect.internal.azure.signin;

import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.Redactor;
import io.github.aikidoconnect.internal.limit.Time;
import java.util.function.Consumer;

/**
 * What the requests for access tokens need of a run.
 *
 * @param http sends the requests
 * @param redactor receives every secret of the requests and the answers
 * @param time the clock
 * @param onPause receives each pause before a repeated request
 */
public record SignInCalls(HttpCaller http, Redactor redactor, Time time, Consumer<HttpCaller.Pause> onPause) {}
