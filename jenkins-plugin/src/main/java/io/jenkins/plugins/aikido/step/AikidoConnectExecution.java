package io.jenkins.plugins.aikido.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ClassLoaderSanityThreadFactory;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.github.aikidoconnect.ConnectReport;
import io.jenkins.plugins.aikido.report.BuildLog;
import io.jenkins.plugins.aikido.report.ReportJson;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jenkins.util.ContextResettingExecutorService;
import jenkins.util.SystemProperties;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Runs the step on a thread of the controller. It uses no executor, so a Pipeline needs no node for it, and no executor is
 * occupied while Aikido imports repositories.
 *
 * <p>A restart of the controller ends the thread. The step then runs again from its beginning, which is safe: completed work
 * is not repeated.
 */
@Restricted(NoExternalUse.class)
public final class AikidoConnectExecution extends StepExecution {

    private static final long serialVersionUID = 1;

    /** A run may wait for a day, and each run occupies a thread of the controller. */
    public static final int MOST_RUNS =
            Math.max(1, SystemProperties.getInteger("io.jenkins.plugins.aikido.mostRuns", 20));

    private static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
            MOST_RUNS,
            MOST_RUNS,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            new NamingThreadFactory(new ClassLoaderSanityThreadFactory(new DaemonThreadFactory()), "aikidoConnect"));
    private static final ExecutorService THREADS = new ContextResettingExecutorService(POOL);

    static {
        POOL.allowCoreThreadTimeOut(true);
    }

    private final AikidoConnectStep step;
    private transient Future<?> task;
    private transient Throwable stopped;
    private transient boolean begun;

    public AikidoConnectExecution(StepContext context, AikidoConnectStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() throws IOException, InterruptedException {
        if (POOL.getActiveCount() >= MOST_RUNS) {
            log().line("aikidoConnect waits until one of " + MOST_RUNS + " other runs ends.");
        }
        submit();
        return false;
    }

    private synchronized void submit() {
        task = THREADS.submit(this::run);
    }

    private BuildLog log() throws IOException, InterruptedException {
        return new BuildLog(getContext().get(TaskListener.class));
    }

    @Override
    public void onResume() {
        try {
            log().line(
                            "Jenkins was restarted during the step. aikidoConnect runs again and does not repeat completed work.");
            start();
        } catch (IOException | InterruptedException e) {
            getContext().onFailure(e);
        }
    }

    /** Interrupts the run. The step ends after the run has written its report; a run that has not started ends immediately. */
    @Override
    public void stop(@NonNull Throwable cause) {
        boolean runs;
        synchronized (this) {
            stopped = cause;
            runs = begun;
            if (task != null) {
                task.cancel(true);
            }
        }
        if (!runs) {
            getContext().onFailure(cause);
        }
    }

    private synchronized boolean begin() {
        begun = stopped == null;
        return begun;
    }

    private synchronized Throwable stopped() {
        return stopped;
    }

    private void run() {
        if (!begin()) {
            return;
        }
        StepContext context = getContext();
        try {
            Run<?, ?> run = context.get(Run.class);
            ConnectReport report = new Registration(step, run, context.get(TaskListener.class)).run();
            if (stopped() != null) {
                context.onFailure(stopped());
            } else if (report.isSuccess()) {
                context.onSuccess(ReportJson.toMap(report));
            } else if (step.isFailOnProblem()) {
                context.onFailure(new AbortException(Registration.verdict(report)));
            } else {
                warn(run, report);
                context.onSuccess(ReportJson.toMap(report));
            }
        } catch (Throwable e) {
            context.onFailure(stopped() == null ? e : stopped());
        }
    }

    private void warn(Run<?, ?> run, ConnectReport report) throws Exception {
        String verdict = Registration.verdict(report);
        getContext().get(TaskListener.class).getLogger().println("WARNING: " + verdict);
        run.setResult(Result.UNSTABLE);
        FlowNode node = getContext().get(FlowNode.class);
        if (node != null) {
            node.addOrReplaceAction(new WarningAction(Result.UNSTABLE).withMessage(verdict));
        }
    }
}
