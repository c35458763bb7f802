/** The goals. They convert the parameters of a build to a request, and a report to the log and the result of the build. */
@NullMarked
package io.github.aikidoconnect.maven;

import org.jspecify.annotations.NullMarked;
