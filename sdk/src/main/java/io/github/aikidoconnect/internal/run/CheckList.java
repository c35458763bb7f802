package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks and the problems that follow from them: a failed check always has one, and says the same. */
final class CheckList {

    private final List<Check> checks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    void passed(CheckId id, String message) {
        checks.add(Check.of(id, CheckStatus.PASSED, message));
    }

    void warning(CheckId id, String message, String fix) {
        checks.add(new Check(id, CheckStatus.WARNING, message, fix));
    }

    void unknown(CheckId id, String message) {
        checks.add(Check.of(id, CheckStatus.UNKNOWN, message));
    }

    void failed(CheckId id, Problem problem) {
        failed(id, problem.message(), problem.fix());
        problem(problem);
    }

    /** A verdict that shares its problem with others, which is added once by {@link #problem}. */
    void failed(CheckId id, String message, String fix) {
        checks.add(new Check(id, CheckStatus.FAILED, message, fix));
    }

    void skipped(String why, CheckId... ids) {
        Stream.of(ids).forEach(id -> checks.add(Check.of(id, CheckStatus.SKIPPED, why)));
    }

    /** Adds a problem, unless it is there already: one outage is seen by many calls, and by both services on one host. */
    void problem(Problem problem) {
        boolean told = problems.stream()
                .anyMatch(known ->
                        known.code() == problem.code() && known.message().equals(problem.message()));
        if (!told) {
            problems.add(problem);
        }
    }

    /** Adds a warning to a verdict that passed or warns already. */
    void warnBesides(CheckId id, String message, String fix) {
        checks.replaceAll(check -> check.id() == id ? withWarning(check, message, fix) : check);
    }

    /** Returns the verdict with a warning added. One that did not pass has something graver to say, and stays. */
    static Check withWarning(Check check, String message, String fix) {
        if (check.status() != CheckStatus.PASSED && check.status() != CheckStatus.WARNING) {
            return check;
        }
        String fixes = check.fix() == null ? fix : check.fix() + " " + fix;
        return new Check(check.id(), CheckStatus.WARNING, check.message() + " " + message, fixes);
    }

    /** Replaces a verdict by what has become of it since. */
    void mended(CheckId id, String message) {
        replace(Check.of(id, CheckStatus.PASSED, message));
    }

    /** Replaces the verdict on the same thing. */
    void replace(Check newer) {
        checks.replaceAll(check -> check.id() == newer.id() ? newer : check);
    }

    List<Check> checks() {
        return checks;
    }

    List<Problem> problems() {
        return problems;
    }
}
