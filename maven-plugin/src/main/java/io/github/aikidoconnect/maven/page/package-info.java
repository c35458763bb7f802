/** Where people look who did not read the log: the page of the pipeline's run. */
@NullMarked
package io.github.aikidoconnect.maven.page;

import org.jspecify.annotations.NullMarked;
