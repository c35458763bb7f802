package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Finds unknown parameter names in all places where a Maven build sets parameters. */
final class ParameterCheck {

    private ParameterCheck() {}

    /** Returns the problems of the names. */
    static List<Problem> names(MavenSession session, MavenProject project, MojoExecution execution) {
        KnownParameters known = KnownParameters.of(execution.getMojoDescriptor().getPluginDescriptor());
        ParameterNames names = new ParameterNames(known);
        names.judgeCommandLine(session.getUserProperties(), project.getProperties());
        names.judgeCommandLine(session.getSystemProperties(), project.getProperties());
        names.judgeBuild(project.getProperties());
        plugin(project, execution).ifPresent(plugin -> {
            PluginExecution bound = plugin.getExecutionsAsMap().get(execution.getExecutionId());
            names.judgeConfiguration(bound == null ? plugin.getConfiguration() : bound.getConfiguration());
        });
        return names.problems();
    }

    /** Finds the plugin like Maven: in the build, or else in the plugin management. */
    private static Optional<Plugin> plugin(MavenProject project, MojoExecution execution) {
        String key = Plugin.constructKey(execution.getGroupId(), execution.getArtifactId());
        return Stream.of(Optional.ofNullable(project.getBuild()), Optional.ofNullable(project.getPluginManagement()))
                .flatMap(Optional::stream)
                .map(PluginContainer::getPluginsAsMap)
                .map((Map<String, Plugin> plugins) -> Optional.ofNullable(plugins.get(key)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
