/** The goals. They translate a Maven build into a request, and a report into a build's log and result. */
@NullMarked
package io.github.aikidoconnect.maven;

import org.jspecify.annotations.NullMarked;
