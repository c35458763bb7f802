package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checks of a step and the problems that follow from them: a failed check always has a problem with the same text. */
final class CheckList {

    private final List<Check> checks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A warning to add to a check.
     *
     * @param fix what to do, null for a note that is no warning
     */
    record Warning(String message, @Nullable String fix) {

        static Warning note(String message) {
            return new Warning(message, null);
        }

        /** Returns the check with this warning, or note, added. */
        Check addTo(Check check) {
            return fix == null
                    ? check.with(check.status(), check.message() + " " + message, check.fix())
                    : withWarning(check, message, fix);
        }
    }

    void passed(CheckId id, String message) {
        checks.add(Check.of(id, CheckStatus.PASSED, message));
    }

    void warning(CheckId id, String message, String fix) {
        checks.add(new Check(id, CheckStatus.WARNING, message, fix));
    }

    /** Adds a warning about a workspace's connection to the source code. */
    void connectionWarning(String message, String fix, boolean broken) {
        checks.add(new Check(CheckId.AIKIDO_CONNECTION, CheckStatus.WARNING, message, fix, broken));
    }

    void unknown(CheckId id, String message) {
        checks.add(Check.of(id, CheckStatus.UNKNOWN, message));
    }

    void failed(CheckId id, Problem problem) {
        failed(id, problem.message(), problem.fix());
        problem(problem);
    }

    /** Adds a failed check that shares its problem with others. The problem is added once by {@link #problem}. */
    void failed(CheckId id, String message, String fix) {
        checks.add(new Check(id, CheckStatus.FAILED, message, fix));
    }

    void skipped(String why, CheckId... ids) {
        Stream.of(ids).forEach(id -> checks.add(Check.of(id, CheckStatus.SKIPPED, why)));
    }

    /** Adds a problem unless it is known: one outage makes many calls fail, and those to both services on one host. */
    void problem(Problem problem) {
        boolean told = problems.stream()
                .anyMatch(known ->
                        known.code() == problem.code() && known.message().equals(problem.message()));
        if (!told) {
            problems.add(problem);
        }
    }

    /** Adds a warning to a check that passed or already warns. */
    void warnBesides(CheckId id, String message, String fix) {
        checks.replaceAll(check -> check.id() == id ? withWarning(check, message, fix) : check);
    }

    /** Returns the check with a warning added. A check that did not pass reports something more important and stays. */
    static Check withWarning(Check check, String message, String fix) {
        if (check.status() != CheckStatus.PASSED && check.status() != CheckStatus.WARNING) {
            return check;
        }
        String fixes = check.fix() == null ? fix : check.fix() + " " + fix;
        return check.with(CheckStatus.WARNING, check.message() + " " + message, fixes);
    }

    /** Returns a list of the checks of both, and of the problems of both, each only once. */
    CheckList plus(CheckList other) {
        CheckList all = new CheckList();
        all.checks.addAll(checks);
        all.checks.addAll(other.checks);
        all.problems.addAll(problems);
        other.problems.forEach(all::problem);
        return all;
    }

    /** Returns the checks, in which one replaces that of the same id. */
    static List<Check> replace(List<Check> checks, Check newer) {
        return checks.stream()
                .map(check -> check.id() == newer.id() ? newer : check)
                .toList();
    }

    List<Check> checks() {
        return checks;
    }

    List<Problem> problems() {
        return problems;
    }
}
