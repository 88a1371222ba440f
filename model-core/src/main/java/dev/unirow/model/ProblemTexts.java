package dev.unirow.model;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The texts of violations: English, as every other message of ours, and without the expression language, so that no further dependency is needed. */
final class ProblemTexts implements MessageInterpolator {

    private static final String LEAST = "{jakarta.validation.constraints.DecimalMin.message}";
    private static final String MOST = "{jakarta.validation.constraints.DecimalMax.message}";

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
