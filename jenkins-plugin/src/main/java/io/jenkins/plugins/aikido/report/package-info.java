/** The reports that a build keeps, and the pages that show them. */
package io.jenkins.plugins.aikido.report;
