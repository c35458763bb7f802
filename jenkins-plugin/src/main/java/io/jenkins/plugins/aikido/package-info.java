/**
 * The Jenkins plugin: connections on the global page, a step that registers a project through the SDK, and the report on
 * the build's page. What is done with Azure DevOps and Aikido is the SDK's.
 */
package io.jenkins.plugins.aikido;
