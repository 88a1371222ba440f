package dev.unirow.model;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.CLASS;

import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * One DTO record with a name and fields of its own, for a {@link ModelSpec} or a model class that was written by hand.
 */
@Documented
@Retention(CLASS)
@Target(TYPE)
@Repeatable(Dto.List.class)
public @interface Dto {
    /** The simple name of the record. */
    String name();

    /** What the record is for: {@code create}, {@code update}, {@code public}, or {@code public+team}. */
    String of() default "public";

    /**
     * The properties that it has, in this order; those of {@link #of} unless said. A property that is {@link Private}
     * is there if it is named.
     */
    String[] fields() default {};

    /** Properties that it does not have. */
    String[] without() default {};

    /** Several. */
    @Documented
    @Retention(CLASS)
    @Target(TYPE)
    @interface List {
        Dto[] value();
    }
}
