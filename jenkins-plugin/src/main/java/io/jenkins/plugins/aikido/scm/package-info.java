/** Finds the Azure DevOps project of a job's source code. */
package io.jenkins.plugins.aikido.scm;
