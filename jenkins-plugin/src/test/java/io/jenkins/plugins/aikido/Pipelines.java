package io.jenkins.plugins.aikido;

import jenkins.model.Jenkins;
import jenkins.model.ModifiableTopLevelItemGroup;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** Creates Pipelines. */
final class Pipelines {

    private Pipelines() {}

    static WorkflowJob job(ModifiableTopLevelItemGroup parent, String name, String script) throws Exception {
        WorkflowJob job = (WorkflowJob)
                parent.createProject(Jenkins.get().getDescriptorByType(WorkflowJob.DescriptorImpl.class), name, false);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
