package dev.unirow.session.internal.connect;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}, {@code PT30S}, or a
 * number alone.
 */
public final class DurationText {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,15})(?:\\.(\\d{1,9}))?\\s*([A-Za-z]*)");

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "min", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private DurationText() {}

    /** @param alone the unit of a number that has none */
    public static Duration parse(String text, ChronoUnit alone) {
        String stripped = text.strip();
        Matcher matcher = NUMBER_AND_UNIT.matcher(stripped);
        try {
            if (matcher.matches()) {
                String name = matcher.group(3).toLowerCase(Locale.ROOT);
                ChronoUnit unit = name.isEmpty() ? alone : UNITS.get(name);
                if (unit != null) {
                    return Duration.of(Long.parseLong(matcher.group(1)), unit).plus(fraction(matcher.group(2), unit));
                }
            }
            return Duration.parse(stripped);
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + text
                    + "' is no duration: write for example 500ms, 30s, 5m, 2h, 1d "
                    + "or PT30S; a number alone counts in " + alone.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    private static Duration fraction(String digits, ChronoUnit unit) {
        if (digits == null) {
            return Duration.ZERO;
        }
        double part = Double.parseDouble("0." + digits);
        return Duration.ofNanos(Math.round(part * unit.getDuration().toNanos()));
    }
}
