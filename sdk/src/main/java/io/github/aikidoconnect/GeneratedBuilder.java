package io.github.aikidoconnect;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record for which record-builder writes a builder when the SDK is compiled. A list that is not set is empty, and so is
 * an {@link java.util.Optional}.
 */
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        addStaticBuilder = false,
                        enableWither = false,
                        enableGetters = false,
                        useImmutableCollections = true))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@interface GeneratedBuilder {}
