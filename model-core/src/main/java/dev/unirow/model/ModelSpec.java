package dev.unirow.model;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.CLASS;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A record that declares a model: the processor of {@code model-processor} writes the entity class, and the DTO records
 * that are asked for, beside it.
 *
 * <p>Annotations of the record and its components go to the class, its fields or its accessors, wherever their targets
 * let them. A component that is not marked {@code @Nullable} is required, a reference only if it says so itself
 * ({@code optional = false}, {@code @NotNull}). Other specs are referred to by their records; where no component is an
 * {@code @Id}, the model gets an identity key {@code Long id}. Interfaces of the record are those of the class, so that
 * their default methods are its behaviour; the record's own body stays behind.
 */
@Documented
@Retention(CLASS)
@Target(TYPE)
public @interface ModelSpec {
    /** The simple name of the model class; the record's without {@code Spec} unless said. */
    String name() default "";

    /**
     * The DTO records to write: {@code create}, {@code update}, {@code public}, and {@code public+team} with the public
     * DTO of what {@code team} refers to. They are named {@code HeroCreate}, {@code HeroUpdate}, {@code HeroPublic},
     * {@code HeroPublicWithTeam}; {@link Dto} names others.
     */
    String[] dto() default {};

    /** Whether the model stores itself: it extends {@code ActiveRecord} and has the constant {@code objects}. */
    boolean active() default false;
}
