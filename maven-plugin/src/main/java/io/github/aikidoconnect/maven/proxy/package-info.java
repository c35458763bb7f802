/** Sends the calls of a run through the proxies of settings.xml. */
@NullMarked
package io.github.aikidoconnect.maven.proxy;

import org.jspecify.annotations.NullMarked;
