package dev.unirow.session.internal.hr;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The validators that Hibernate calls before each insert and update, and reads the columns' constraints from. */
final class FlushValidation {
    private FlushValidation() {}

    /** Without expression language, which would be one more dependency and lets messages run code. */
    static ValidatorFactory newFactory() {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
    }
}
