/** Finds out which Azure DevOps project a job's source code belongs to. */
package io.jenkins.plugins.aikido.scm;
