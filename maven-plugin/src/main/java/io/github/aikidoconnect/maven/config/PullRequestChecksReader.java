package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.PullRequestChecks;
import io.github.aikidoconnect.PullRequestChecks.Scan;
import io.github.aikidoconnect.PullRequestChecks.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the default of a workspace for pull requests, the key {@code pullRequestChecks}. */
final class PullRequestChecksReader {

    /** The keys, like in {@code docs/config.schema.json}. */
    static final List<String> KEYS = List.of("minimumSeverity", "failOn");

    private final NodeValues nodes;

    PullRequestChecksReader(NodeValues nodes) {
        this.nodes = nodes;
    }

    PullRequestChecks checks(Node node) {
        Map<String, Node> keys = nodes.mapping(node, "\"pullRequestChecks\"", KEYS);
        Node severity = keys.get("minimumSeverity");
        Node scans = keys.get("failOn");
        return new PullRequestChecks(severity == null ? null : severity(severity), scans == null ? null : scans(scans));
    }

    private @Nullable Severity severity(Node node) {
        return Optional.ofNullable(nodes.choice(node, "minimumSeverity", Severity.values()))
                .flatMap(Severity::of)
                .orElse(null);
    }

    private Set<Scan> scans(Node list) {
        Set<Scan> scans = new LinkedHashSet<>();
        for (Node element : nodes.sequence(list, "failOn")) {
            Optional.ofNullable(nodes.choice(element, "failOn", Scan.values()))
                    .flatMap(Scan::of)
                    .ifPresent(scans::add);
        }
        return scans;
    }
}
