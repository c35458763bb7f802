/** The known facts about the two services as OpenAPI documents, and a check of every exchange against them. */
@NullMarked
package io.github.aikidoconnect.contract;

import org.jspecify.annotations.NullMarked;
