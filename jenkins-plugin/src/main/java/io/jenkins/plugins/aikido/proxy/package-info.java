/** Carries the SDK's calls through Jenkins's proxy. */
package io.jenkins.plugins.aikido.proxy;
