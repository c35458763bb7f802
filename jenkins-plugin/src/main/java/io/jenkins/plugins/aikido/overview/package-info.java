/** The overview of all connections, and the administrative monitors. Both read stored states and call no service. */
package io.jenkins.plugins.aikido.overview;
