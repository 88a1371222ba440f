package dev.unirow.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many statements a test of a {@link UnirowTest} sends, those that begin, mark and end transactions apart; one that
 * writes many rows at once counts once. A test that sends more or fewer fails, and lists them, each with the line that
 * waited for it. What is sent before and after each test does not count.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ExpectStatements {
    int value();
}
