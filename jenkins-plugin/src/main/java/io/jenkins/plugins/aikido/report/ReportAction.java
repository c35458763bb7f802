package io.jenkins.plugins.aikido.report;

import io.github.aikidoconnect.ConnectReport;


import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.aikido.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import jenkins.util.BuildListenerAdapter;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * The "Aikido" entry of a build: its reports, one for each run of the step. The build's own record holds only the names of
 * the files, since a report of thousands of repositories is no small thing to load with every build.
 */
@Restricted(NoExternalUse.class)
public final class ReportAction implements RunAction2 {

    static final String FOLDER = "aikido";

    private static final Logger LOGGER = Logger.getLogger(ReportAction.class.getName());

    private final List<String> files = new ArrayList<>();
    private transient Run<?, ?> run;

    /** Keeps a report with the build and archives it as {@code aikido/{goal}-report.json}. */
    public static void keep(Run<?, ?> run, ConnectReport report, TaskListener listener)
            throws IOException, InterruptedException {
        String file = action(run).add(report);
        run.save();
        run.pickArtifactManager()
                .archive(
                        new FilePath(run.getRootDir()),
                        new Launcher.LocalLauncher(listener),
                        BuildListenerAdapter.wrap(listener),
                        Map.of(FOLDER + "/" + file, FOLDER + "/" + file));
    }

    /** Two branches of a Pipeline may end at once. */
    private static ReportAction action(Run<?, ?> run) {
        synchronized (run) {
            ReportAction action = run.getAction(ReportAction.class);
            if (action == null) {
                action = new ReportAction();
                run.addAction(action);
            }
            return action;
        }
    }

    private synchronized String add(ConnectReport report) throws IOException {
        String stem = report.goal() + "-report";
        String name = stem + ".json";
        for (int i = 2; files.contains(name); i++) {
            name = stem + "-" + i + ".json";
        }
        Path file = folder().resolve(name);
        Files.createDirectories(folder());
        // A name may hold half a surrogate pair, which only this way of writing replaces instead of refusing it.
        Files.write(file, report.toJson().getBytes(StandardCharsets.UTF_8));
        files.add(name);
        return name;
    }

    private Path folder() {
        return run.getRootDir().toPath().resolve(FOLDER);
    }

    /** For the views: the reports in the order in which they were made. */
    public synchronized List<Map<String, Object>> getReports() {
        List<Map<String, Object>> reports = new ArrayList<>();
        for (String file : files) {
            try {
                reports.add(ReportTexts.addTo(ReportJson.read(folder().resolve(file))));
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, "The report " + file + " of " + run + " cannot be read", e);
            }
        }
        return reports;
    }

    /** For the views: the build. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public void onAttached(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public void onLoad(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public String getIconFileName() {
        return "symbol-aikido plugin-aikido-connect";
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.ReportAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "aikido";
    }
}
