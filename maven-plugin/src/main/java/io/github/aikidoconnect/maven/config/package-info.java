/** Reads the configuration file that maps the projects of an organization to workspaces. */
@NullMarked
package io.github.aikidoconnect.maven.config;

import org.jspecify.annotations.NullMarked;
