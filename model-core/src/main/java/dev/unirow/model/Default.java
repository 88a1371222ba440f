package dev.unirow.model;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.CLASS;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** What a new model has where nothing else is said; read when the {@link ModelSpec} is compiled. */
@Documented
@Retention(CLASS)
@Target(RECORD_COMPONENT)
public @interface Default {
    /**
     * A number, {@code true} or {@code false}, a text, the name of an enum's constant, a time as ISO writes it, a UUID:
     * whatever the component's type reads.
     */
    String value();
}
