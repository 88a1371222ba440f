package dev.unirow.session;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import io.smallrye.config.SysPropConfigSource;
import jakarta.annotation.Priority;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Passwords may hold dollars and braces. What stands in the environment or in a system property is taken as it is; in
 * files <code>${NAME}</code> and <code>${NAME:otherwise}</code> stand for another value, and <code>\${</code> for
 * itself. SmallRye's own rule would also make one dollar of two.
 */
@Priority(Priorities.APPLICATION)
final class LiteralValues implements ConfigSourceInterceptor {
    private static final Set<String> LITERAL = Set.of(SysPropConfigSource.NAME, EnvConfigSource.NAME);
    private static final Pattern EXPRESSION = Pattern.compile("(\\\\)?\\$\\{([^}:]*)(?::([^}]*))?}");
    private static final int DEEPEST = 16;

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        return name.startsWith("database.") || name.startsWith("databases.")
                ? value(context, name, 0)
                : context.proceed(name);
    }

    private static @Nullable ConfigValue value(ConfigSourceInterceptorContext context, String name, int depth) {
        ConfigValue raw = Expressions.withoutExpansion(() -> context.proceed(name));
        if (raw == null
                || raw.getValue() == null
                || !raw.getValue().contains("${")
                || LITERAL.contains(raw.getConfigSourceName())) {
            return raw;
        }
        if (depth >= DEEPEST) {
            throw new IllegalArgumentException("The value of '" + name + "' refers to itself by way of others.");
        }
        StringBuilder text = new StringBuilder();
        Matcher matcher = EXPRESSION.matcher(raw.getValue());
        while (matcher.find()) {
            String found = matcher.group(1) != null
                    ? matcher.group().substring(1)
                    : referred(context, name, matcher.group(2), matcher.group(3), depth);
            matcher.appendReplacement(text, Matcher.quoteReplacement(found));
        }
        return raw.withValue(matcher.appendTail(text).toString());
    }

    private static String referred(
            ConfigSourceInterceptorContext context, String name, String key, @Nullable String otherwise, int depth) {
        ConfigValue found = value(context, key, depth + 1);
        if (found != null && found.getValue() != null) {
            return found.getValue();
        }
        if (otherwise == null) {
            throw new IllegalArgumentException("The value of '" + name + "' refers to '" + key
                    + "', which is neither in the environment nor configured. Write \\${ for a dollar and a brace.");
        }
        return otherwise;
    }
}
