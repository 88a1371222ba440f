package dev.unirow.model.constraint;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text is an IP address: four decimal numbers, or IPv6 as RFC 4291 writes it. No host name is looked up; a zone
 * ({@code %eth0}), a port or a prefix length is refused. Null passes. JSON Schema has it as {@code format}.
 */
@Documented
@Constraint(validatedBy = IpAddressValidator.class)
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(IpAddress.List.class)
public @interface IpAddress {
    Version version() default Version.ANY;

    String message() default "must be an {version} address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Which addresses pass. Its text is that of the message. */
    enum Version {
        ANY("IP"),
        V4("IPv4"),
        V6("IPv6");

        private final String text;

        Version(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Several, for different groups. */
    @Documented
    @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        IpAddress[] value();
    }
}
