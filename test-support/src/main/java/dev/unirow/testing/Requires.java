package dev.unirow.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The tests are for databases that have all these capabilities; on others they are skipped, with the reason. JUnit
 * makes an instance even for a test that it then skips: what costs something belongs in a method that is run before
 * each.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {
    Capability[] value();
}
