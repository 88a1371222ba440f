package dev.unirow.model;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A property that is never printed, and never dumped unless it is asked for by name: a password's hash, a secret. */
@Documented
@Retention(RUNTIME)
@Target({FIELD, METHOD, RECORD_COMPONENT})
public @interface Private {}
