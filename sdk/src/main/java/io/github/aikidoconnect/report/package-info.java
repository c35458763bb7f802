/** What a run found and did, as JSON and as text. */
@NullMarked
package io.github.aikidoconnect.report;

import org.jspecify.annotations.NullMarked;
