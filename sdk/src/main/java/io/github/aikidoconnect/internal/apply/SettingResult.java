package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.internal.plan.SettingChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a change of a setting.
 *
 * @param change the change
 * @param result the result; skipped if the run ended before
 * @param why the reason for a failure, a sentence; otherwise empty
 */
public record SettingResult(SettingChange change, Result result, String why) {

    /** Returns the result of several changes of a repository as one. */
    static Result together(List<SettingResult> changes) {
        List<Result> results = changes.stream().map(SettingResult::result).toList();
        if (results.contains(Result.FAILED)) {
            return Result.FAILED;
        }
        if (results.contains(Result.SKIPPED)) {
            return Result.SKIPPED;
        }
        return results.contains(Result.PLANNED) ? Result.PLANNED : Result.DONE;
    }

    /** Changes with the same result for the same reason, which share a sentence. */
    private record Group(Result result, String why) {}

    /** Returns what happens to the settings as sentences, each with a blank before it. */
    static String sentences(List<SettingResult> changes) {
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        changes.forEach(each -> groups.computeIfAbsent(new Group(each.result(), each.why()), first -> new ArrayList<>())
                .add(each.change().toString()));
        StringBuilder sentences = new StringBuilder();
        groups.forEach((group, texts) -> sentences
                .append(' ')
                .append(verb(group.result()))
                .append(": ")
                .append(String.join(", ", texts))
                .append('.')
                .append(group.why().isEmpty() ? "" : " ")
                .append(group.why()));
        return sentences.toString();
    }

    private static String verb(Result result) {
        return switch (result) {
            case DONE -> "Changed";
            case PLANNED -> "To change";
            case FAILED -> "Not changed";
            case SKIPPED -> "Left for the next run";
        };
    }
}
