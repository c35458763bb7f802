/** Keeps the last known state of each connection in the home folder of Jenkins. No secrets, and no call to a service. */
package io.jenkins.plugins.aikido.state;
