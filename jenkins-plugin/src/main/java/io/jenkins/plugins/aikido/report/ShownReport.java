package io.jenkins.plugins.aikido.report;

import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A report on its page, for the view. */
@Restricted(NoExternalUse.class)
public final class ShownReport {

    private final int number;
    private final KeptReport kept;
    private final Map<String, Object> content;
    private final PagedTable table;

    ShownReport(int number, KeptReport kept, Map<String, Object> content, PagedTable table) {
        this.number = number;
        this.kept = kept;
        this.content = content;
        this.table = table;
    }

    /** Returns its number on the page, from 1 on. */
    public int getNumber() {
        return number;
    }

    /** Returns title, outcome and counts. */
    public KeptReport getKept() {
        return kept;
    }

    /** Returns the report as maps, null if its file is gone. */
    public Map<String, Object> getContent() {
        return content;
    }

    /** Returns the repositories, null if the report's file is gone. */
    public PagedTable getTable() {
        return table;
    }
}
