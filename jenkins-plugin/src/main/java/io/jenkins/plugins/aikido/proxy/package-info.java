/** Sends the calls of the SDK through the proxy of Jenkins. */
package io.jenkins.plugins.aikido.proxy;
