/**
 * Contains the texts of the plugin. Its parts are in packages of their own: {@code connection} and {@code folder} configure
 * connections, {@code step} runs them in jobs, {@code keep} runs them without jobs, {@code state} stores their results, and
 * {@code overview} and {@code report} show these. The SDK communicates with Azure DevOps and Aikido.
 */
package io.jenkins.plugins.aikido;
