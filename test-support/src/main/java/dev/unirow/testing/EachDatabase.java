package dev.unirow.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The class is run once on each kind of database. Which one that is stands in its fields of the type
 * {@link DatabaseTarget}, and in such parameters of its constructor, its tests, and of what is run before and after
 * each of them. What is run before all is run once, for all kinds.
 *
 * <p>{@code -Ddb} selects some: {@code sqlite-file}, {@code sqlite-memory}, {@code sqlite} for both,
 * {@code postgresql}, {@code mariadb}, with commas between them. A module whose tests cannot reach all of them says so
 * in its POM, by {@code test.databases}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ClassTemplate
@ExtendWith(EachDatabaseExtension.class)
public @interface EachDatabase {}
