/** Runs connections at intervals without a job. */
package io.jenkins.plugins.aikido.keep;
