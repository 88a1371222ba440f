package dev.unirow.model.normalize;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Values of the attribute are normalized before they are checked, whichever way they come in: by {@code from},
 * {@code patch} and {@code read}, by generated setters and constructors, and where a session adds, inserts, saves or
 * updates. On an attribute of a model or an embeddable, or a component of a spec or of any record that is read; not on
 * references and collections with tables of their own.
 */
@Documented
@Retention(RUNTIME)
@Target({FIELD, METHOD, RECORD_COMPONENT})
public @interface Normalize {
    /** Applied in this order, until one leaves nothing. Each is for the type of the attribute. */
    Class<? extends Normalizer<?>>[] value();
}
