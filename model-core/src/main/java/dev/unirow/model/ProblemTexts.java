package dev.unirow.model;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * The texts of violations: English, as every other message of ours, and without the expression language, so that no
 * further dependency is needed.
 */
final class ProblemTexts implements MessageInterpolator {
    private static final String LEAST = "{jakarta.validation.constraints.DecimalMin.message}";
    private static final String MOST = "{jakarta.validation.constraints.DecimalMax.message}";

    /** The one expression that the standard texts need a language for. */
    private static final Pattern BRANCH = Pattern.compile("\\$\\{inclusive == true \\? '([^']*)' : '([^']*)'}");

    private final MessageInterpolator parameters =
            new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false);

    @Override
    public String interpolate(String template, Context context) {
        return parameters.interpolate(withoutExpressions(template, context), context);
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
        return parameters.interpolate(withoutExpressions(template, context), context, locale);
    }

    /** What a violation says in a language. */
    static String say(ConstraintViolation<?> violation, Locale locale) {
        Spoken context = new Spoken(violation.getConstraintDescriptor(), violation.getInvalidValue());
        ProblemTexts texts = (ProblemTexts) Validation.FACTORY.getMessageInterpolator();
        String template = violation.getMessageTemplate();
        String expression = template.equals(LEAST) || template.equals(MOST) ? standard(template, locale) : template;
        return texts.parameters.interpolate(
                BRANCH.matcher(expression).replaceAll(context.isInclusive() ? "$1" : "$2"), context, locale);
    }

    /** A text of the validator's own, before anything is filled in. */
    private static String standard(String template, Locale locale) {
        return ResourceBundle.getBundle(
                        "org.hibernate.validator.ValidationMessages",
                        locale,
                        HibernateValidator.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT))
                .getString(template.substring(1, template.length() - 1));
    }

    private record Spoken(
            ConstraintDescriptor<?> descriptor, @Nullable Object value) implements Context {
        boolean isInclusive() {
            return Boolean.TRUE.equals(descriptor.getAttributes().get("inclusive"));
        }

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return descriptor;
        }

        @Override
        public @Nullable Object getValidatedValue() {
            return value;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }

    /** The two standard texts that decide by an expression whether the bound itself is allowed. */
    private static String withoutExpressions(String template, Context context) {
        if (!template.equals(LEAST) && !template.equals(MOST)) {
            return template;
        }
        boolean inclusive = Boolean.TRUE.equals(
                context.getConstraintDescriptor().getAttributes().get("inclusive"));
        return "must be " + (template.equals(LEAST) ? "greater" : "less") + " than " + (inclusive ? "or equal to " : "")
                + "{value}";
    }
}
