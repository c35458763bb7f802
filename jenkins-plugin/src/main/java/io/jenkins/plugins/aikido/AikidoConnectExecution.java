package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.ConnectReport;


import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ClassLoaderSanityThreadFactory;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.aikido.report.ReportJson;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jenkins.util.ContextResettingExecutorService;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * The step while it runs: on a thread of the controller that is no executor's, so that a Pipeline needs no node for it and
 * none is kept busy while Aikido imports.
 *
 * <p>A restart of the controller ends the thread. The step then runs again from its beginning, which is safe: what is
 * done stays done, and writes are never repeated blindly.
 */
final class AikidoConnectExecution extends StepExecution {

    private static final long serialVersionUID = 1;

    private static final ExecutorService THREADS = new ContextResettingExecutorService(Executors.newCachedThreadPool(
            new NamingThreadFactory(new ClassLoaderSanityThreadFactory(new DaemonThreadFactory()), "aikidoConnect")));

    private final AikidoConnectStep step;
    private transient volatile Future<?> task;
    private transient volatile Throwable stopped;

    AikidoConnectExecution(StepContext context, AikidoConnectStep step) {
        super(context);
        this.step = step;
    }

    @Override
    public boolean start() {
        task = THREADS.submit(this::run);
        return false;
    }

    @Override
    public void onResume() {
        try {
            new BuildLog(getContext().get(TaskListener.class))
                    .line("Jenkins was restarted in the middle: aikidoConnect runs again; what is done stays done.");
        } catch (Exception e) {
            getContext().onFailure(e);
            return;
        }
        start();
    }

    /** Interrupts the run, which then tells what was done until now; the step ends when it has. */
    @Override
    public void stop(@NonNull Throwable cause) {
        stopped = cause;
        Future<?> running = task;
        if (running == null) {
            getContext().onFailure(cause);
        } else {
            running.cancel(true);
        }
    }

    private void run() {
        StepContext context = getContext();
        try {
            Run<?, ?> run = context.get(Run.class);
            ConnectReport report = new Registration(step, run, context.get(TaskListener.class)).run();
            if (stopped != null) {
                context.onFailure(stopped);
            } else if (report.isSuccess()) {
                context.onSuccess(ReportJson.toMap(report));
            } else if (step.isFailOnProblem()) {
                context.onFailure(new AbortException(Registration.verdict(report)));
            } else {
                warn(run, report);
                context.onSuccess(ReportJson.toMap(report));
            }
        } catch (Throwable e) {
            context.onFailure(stopped == null ? e : stopped);
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
