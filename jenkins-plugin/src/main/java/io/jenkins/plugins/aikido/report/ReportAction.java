package io.jenkins.plugins.aikido.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.github.aikidoconnect.ConnectReport;
import io.jenkins.plugins.aikido.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import jenkins.util.BuildListenerAdapter;
import jenkins.util.VirtualFile;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerRequest2;

/**
 * The entry "Aikido" of a build: its reports, one for each run of the step. The reports are artifacts of the build; its record
 * contains what the pages of build and job show of them.
 */
@Restricted(NoExternalUse.class)
public final class ReportAction implements RunAction2 {

    static final String FOLDER = "aikido";

    private static final List<String> COLUMNS = List.of("name", "kind", "action", "result", "reason");

    private static final Logger LOGGER = Logger.getLogger(ReportAction.class.getName());

    /** Never changed, only replaced: Jenkins saves the build at any time, and branches of a Pipeline end at the same time. */
    private volatile List<KeptReport> reports = new ArrayList<>();

    private transient Set<String> names = new HashSet<>();
    private transient Run<?, ?> run;

    /** Keeps a report as the artifact {@code aikido/{goal}-report.json} of the build. */
    public static void keep(Run<?, ?> run, ConnectReport report, TaskListener listener)
            throws IOException, InterruptedException {
        ReportAction action = action(run);
        String file = action.reserve(report.goal() + "-report");
        action.archive(file, report, listener);
        action.add(KeptReport.of(file, report));
        run.save();
    }

    /** Two branches of a Pipeline may end at the same time. */
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

    private synchronized String reserve(String stem) {
        reports.forEach(kept -> names.add(kept.getFile()));
        String name = stem + ".json";
        for (int i = 2; !names.add(name); i++) {
            name = stem + "-" + i + ".json";
        }
        return name;
    }

    private void archive(String file, ConnectReport report, TaskListener listener)
            throws IOException, InterruptedException {
        Path draft = Files.createTempDirectory(run.getRootDir().toPath(), FOLDER);
        try {
            // getBytes replaces half a surrogate pair in a name; a writer would refuse the whole report.
            Files.write(draft.resolve(file), report.toJson().getBytes(StandardCharsets.UTF_8));
            run.pickArtifactManager()
                    .archive(
                            new FilePath(draft.toFile()),
                            new Launcher.LocalLauncher(listener),
                            BuildListenerAdapter.wrap(listener),
                            Map.of(FOLDER + "/" + file, file));
        } finally {
            Util.deleteRecursive(draft.toFile());
        }
    }

    private synchronized void add(KeptReport kept) {
        List<KeptReport> more = new ArrayList<>(reports);
        more.add(kept);
        reports = more;
    }

    private Object readResolve() {
        names = new HashSet<>();
        if (reports == null) {
            reports = new ArrayList<>();
        }
        return this;
    }

    /** For the views: the reports in the order of their runs, without their repositories. */
    public List<KeptReport> getReports() {
        return List.copyOf(reports);
    }

    /** For the page of the report: the reports, each with the page of its repositories that the address asks for. */
    public List<ShownReport> getShown() {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        List<ShownReport> shown = new ArrayList<>();
        for (KeptReport kept : reports) {
            int number = shown.size() + 1;
            Map<String, Object> content = read(kept.getFile());
            PagedTable table = content == null
                    ? null
                    : PagedTable.of(
                            number, ReportTexts.repositories(content), COLUMNS, request, ReportTexts.ATTENTION_FIRST);
            shown.add(new ShownReport(number, kept, content, table));
        }
        return shown;
    }

    /** Artifacts may be on another server, and may be deleted before their build. */
    @CheckForNull
    private Map<String, Object> read(String file) {
        try {
            VirtualFile artifact = run.getArtifactManager().root().child(FOLDER).child(file);
            return artifact.isFile() ? ReportTexts.forPage(ReportJson.read(artifact)) : null;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The report " + file + " of " + run + " could not be read", e);
            return null;
        }
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
    public String getUrlName() {
        return "aikido";
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.ReportAction_displayName();
    }

    @Override
    public String getIconFileName() {
        return "symbol-aikido plugin-aikido-connect";
    }
}
