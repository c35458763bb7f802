package io.github.aikidoconnect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The input of a run over several projects of an organization: the settings that all projects share, and the projects
 * with their own settings. Immutable. Values are validated when the request is run, like those of a {@link
 * ConnectRequest}.
 *
 * <pre>{@code
 * OrganizationRequest request = OrganizationRequest.builder(common)
 *         .project("pay-*", (settings, project) -> settings.excludes(List.of("*-archive")))
 *         .project("pay-core", (settings, project) -> settings.aikidoClient(id, secret))
 *         .build();
 * }</pre>
 *
 * @param common the settings that all projects share
 * @param defaults the value of {@link Builder#defaults}
 * @param entries the values of {@link Builder#project}
 * @param minCoverage the value of {@link Builder#minCoverage}, empty if it was not set
 */
@GeneratedValues
public record OrganizationRequest(
        ConnectRequest common, ProjectSettings defaults, List<Entry> entries, OptionalDouble minCoverage) {

    public OrganizationRequest {
        entries = List.copyOf(entries);
    }

    /**
     * An entry for one or more projects.
     *
     * @param project the name or id of a project, or a glob on names
     * @param settings the settings of these projects
     */
    public record Entry(String project, ProjectSettings settings) {}

    /**
     * Returns a builder without projects.
     *
     * @param common the settings that all projects share. If it names a project, the run is restricted to that project
     */
    public static Builder builder(ConnectRequest common) {
        return new Builder(common);
    }

    /** Collects a request. Null settings add nothing; a null or blank project is a problem when the request is run. */
    public static final class Builder {

        private final List<Entry> entries = new ArrayList<>();
        private OrganizationRequestValues values;

        private Builder(ConnectRequest common) {
            values = OrganizationRequestValues.withoutDefaults().common(common).defaults(ProjectSettings.NONE);
        }

        /** The settings of each project, which those of {@link #project} complete or replace. */
        public Builder defaults(@Nullable ProjectSettings settings) {
            values = values.defaults(settings == null ? ProjectSettings.NONE : settings);
            return this;
        }

        /**
         * Adds one or more projects. If several entries match a project, each adds to the settings of the previous ones,
         * like the sections of an {@code .editorconfig}.
         *
         * @param nameIdOrGlob a project's name (case-insensitive), its id, or a glob on names
         * @param settings the settings of these projects, above all the API client of their workspace
         */
        public Builder project(@Nullable String nameIdOrGlob, @Nullable ProjectSettings settings) {
            entries.add(new Entry(
                    nameIdOrGlob == null ? "" : nameIdOrGlob, settings == null ? ProjectSettings.NONE : settings));
            return this;
        }

        /**
         * The share of the repositories, in percent, that must be monitored. A lower share is a problem of the coverage.
         */
        public Builder minCoverage(double percent) {
            values = values.minCoverage(OptionalDouble.of(percent));
            return this;
        }

        /** Returns the request. Its values are validated when it is run. */
        public OrganizationRequest build() {
            return values.entries(entries).build();
        }
    }
}
