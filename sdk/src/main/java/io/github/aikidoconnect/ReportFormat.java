package io.github.aikidoconnect;

/** The forms in which a report can be written. */
public enum ReportFormat {
    /** Lines for a console, without colour. */
    TEXT,
    /** The form for programs; its schema is published as {@code docs/report.schema.json}. */
    JSON,
    /** A page in one file that loads nothing. */
    HTML,
    /** A page in Markdown, for example for the run page of Azure Pipelines or GitHub Actions. */
    MARKDOWN
}
