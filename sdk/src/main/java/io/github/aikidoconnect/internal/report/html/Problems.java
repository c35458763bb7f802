package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Tool;
import io.github.aikidoconnect.internal.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The problems of the run, with their fixes. */
record Problems(String title, List<Item> items) {

    /**
     * A problem.
     *
     * @param anchor its anchor on the page
     * @param explanation the web address at which its code is explained
     */
    record Item(String anchor, String code, String explanation, String message, String fix) {}

    static Problems of(List<Problem> problems) {
        List<Item> items = new ArrayList<>();
        for (Problem problem : problems) {
            items.add(new Item(
                    "problem-" + (items.size() + 1),
                    problem.code().toString(),
                    Tool.explanation(problem.code()),
                    problem.message(),
                    problem.fix()));
        }
        return new Problems(Text.count(items.size(), "problem", "problems"), items);
    }
}
