package dev.unirow.model.hibernate;

import dev.unirow.model.Models;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.service.spi.ServiceContributor;
import org.hibernate.validator.messageinterpolation.ResourceBundleMessageInterpolator;

/**
 * Lets a session factory of the application's own start where there is no expression language, which Hibernate
 * Validator asks for and does not bring: it is given {@link Models#validatorFactory()} then. Where the application has
 * named a factory, wants no validation, or where its validation works by itself, nothing is changed.
 */
public final class ValidationWithoutExpressions implements ServiceContributor {
    private static final String FACTORY = "jakarta.persistence.validation.factory";
    private static final String OLD_FACTORY = "javax.persistence.validation.factory";
    private static final String MODE = "jakarta.persistence.validation.mode";
    private static final String OLD_MODE = "javax.persistence.validation.mode";

    /** Hibernate Validator's code for an expression language that is absent, or present without an implementation. */
    private static final String NO_EXPRESSIONS = "HV000183";

    @Override
    public void contribute(StandardServiceRegistryBuilder builder) {
        Map<String, Object> settings = builder.getSettings();
        boolean decided = settings.containsKey(FACTORY)
                || settings.containsKey(OLD_FACTORY)
                || Stream.of(MODE, OLD_MODE)
                        .map(settings::get)
                        .anyMatch(mode -> mode != null && mode.toString().trim().equalsIgnoreCase("none"));
        if (!decided && !hasExpressions() && failsForThem()) {
            builder.applySetting(FACTORY, Models.validatorFactory());
        }
    }

    private static boolean hasExpressions() {
        try {
            new ResourceBundleMessageInterpolator();
            return true;
        } catch (ValidationException absent) {
            return false;
        }
    }

    /** It does not with other interpolators in a {@code META-INF/validation.xml}, nor with another provider. */
    private static boolean failsForThem() {
        try (ValidatorFactory works = Validation.buildDefaultValidatorFactory()) {
            return false;
        } catch (ValidationException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (String.valueOf(cause.getMessage()).contains(NO_EXPRESSIONS)) {
                    return true;
                }
            }
            return false;
        }
    }
}
