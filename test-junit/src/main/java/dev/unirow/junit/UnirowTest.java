package dev.unirow.junit;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a {@link Database}, and an {@link AsyncSession} of it, as parameters: of the constructor,
 * of the tests, and of what runs before and after each. Within one test they are the same; for the next one the
 * database is as it was before. Tests that run at once have databases of their own.
 *
 * <p>JUnit runs only methods that return nothing: what a test waits for is written {@code await(…)}, by
 * {@link dev.unirow.session.Await}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(UnirowExtension.class)
public @interface UnirowTest {
    /**
     * Where the databases of the tests are made: {@code sqlite://}; a server's database, in which nothing is changed,
     * but whose user may create others beside it; or {@code embedded:postgresql} for a server that is started for the
     * tests. An expression such as <code>${test.database.url}</code> is looked up in the configuration.
     */
    String url() default "${unirow.test.url:sqlite://}";

    /** The models; without any, those that {@code model-processor} found. */
    Class<?>[] models() default {};

    /** What every test finds in the tables. */
    Class<? extends TestData> data() default TestData.None.class;

    /** Whether the tables are made by the migrations of the application, not from its models. */
    boolean migrate() default false;

    /** How a database comes to be as before. */
    TestIsolation isolation() default TestIsolation.FASTEST;
}
