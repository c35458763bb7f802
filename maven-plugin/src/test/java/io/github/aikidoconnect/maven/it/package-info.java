/** For the scripts of {@code src/it}. */
package io.github.aikidoconnect.maven.it;
