package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import java.util.List;

/**
 * The results of a run for tokens so far. Every step adds to them, so that an interrupted run can be reported.
 *
 * @param problems the problems
 * @param rows the tokens and the changes
 */
record TokenResults(List<Problem> problems, TokenRows rows) {}
