package io.github.aikidoconnect;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.ConcreteSettersForOptionalMode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a request, for which record-builder writes the fields, the setters and the copy behind its documented builder. An
 * {@link java.util.Optional} that is not set is empty; the builder sets every other default.
 */
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        suffix = "Values",
                        builderMethodName = "withoutDefaults",
                        copyMethodName = "copyOf",
                        addStaticBuilder = false,
                        enableWither = false,
                        addConcreteSettersForOptional = ConcreteSettersForOptionalMode.ENABLED_WITH_NULLABLE_ANNOTATION,
                        nullableAnnotationClass = "org.jspecify.annotations.Nullable"))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@interface GeneratedValues {}
