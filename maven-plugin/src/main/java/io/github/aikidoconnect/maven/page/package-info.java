/** Shows the result on the run page of the CI service. */
@NullMarked
package io.github.aikidoconnect.maven.page;

import org.jspecify.annotations.NullMarked;
