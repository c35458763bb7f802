package io.github.aikidoconnect;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a run over the projects of an organization is asked for: what is the same for all, and which projects are meant,
 * each with its workspace. Immutable. Values are judged when it is run, like those of a {@link ConnectRequest}.
 *
 * <pre>{@code
 * OrganizationRequest request = OrganizationRequest.builder(common)
 *         .project("pay-*", (settings, project) -> settings.excludes(List.of("*-archive")))
 *         .project("pay-core", (settings, project) -> settings.aikidoClient(id, secret))
 *         .build();
 * }</pre>
 *
 * @param common what is the same for all projects
 * @param defaults the value of {@link Builder#defaults}
 * @param entries the values of {@link Builder#project}
 * @param minCoverage the value of {@link Builder#minCoverage}, empty where it was not given
 */
@GeneratedValues
public record OrganizationRequest(
        ConnectRequest common, ProjectSettings defaults, List<Entry> entries, OptionalDouble minCoverage) {

    public OrganizationRequest {
        entries = List.copyOf(entries);
    }

    /**
     * Projects that are meant.
     *
     * @param project the name or id of one, or a glob on names
     * @param settings what is asked for them
     */
    public record Entry(String project, ProjectSettings settings) {}

    /**
     * Returns a builder without any project.
     *
     * @param common what is asked for all projects. With a project of its own, only that one of those named is meant
     */
    public static Builder builder(ConnectRequest common) {
        return new Builder(common);
    }

    /** Collects a request. Null settings add nothing; a null project is refused when the request is run, like a blank one. */
    public static final class Builder {

        private final List<Entry> entries = new ArrayList<>();
        private OrganizationRequestValues values;

        private Builder(ConnectRequest common) {
            values = OrganizationRequestValues.withoutDefaults().common(common).defaults(ProjectSettings.NONE);
        }

        /** What is asked for each project that is meant, before what {@link #project} adds. */
        public Builder defaults(@Nullable ProjectSettings settings) {
            values = values.defaults(settings == null ? ProjectSettings.NONE : settings);
            return this;
        }

        /**
         * Names one or more projects. Of several that mean the same project each adds to what those before it have set,
         * as the sections of an {@code .editorconfig} do.
         *
         * @param nameIdOrGlob a project's name in any case, its id, or a glob on names
         * @param settings what is asked for them, the API client of their workspace above all
         */
        public Builder project(@Nullable String nameIdOrGlob, @Nullable ProjectSettings settings) {
            entries.add(new Entry(
                    nameIdOrGlob == null ? "" : nameIdOrGlob, settings == null ? ProjectSettings.NONE : settings));
            return this;
        }

        /** The share of the repositories, in percent, that must be monitored; less is a problem of the coverage. */
        public Builder minCoverage(double percent) {
            values = values.minCoverage(OptionalDouble.of(percent));
            return this;
        }

        /** Returns the request. Nothing is judged yet: that is done when it is run. */
        public OrganizationRequest build() {
            return values.entries(entries).build();
        }
    }
}
