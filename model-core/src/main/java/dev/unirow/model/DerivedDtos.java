package dev.unirow.model;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.CLASS;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The DTO records that the processor of {@code model-processor} writes for a model class that was written by hand. */
@Documented
@Retention(CLASS)
@Target(TYPE)
public @interface DerivedDtos {
    /** As {@link ModelSpec#dto()}. */
    String[] value();
}
