package dev.unirow.model.constraint;

import dev.unirow.model.constraint.IpAddress.Version;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges by the letters alone: the platform's own parser looks host names up. Not for users. */
public final class IpAddressValidator implements ConstraintValidator<IpAddress, CharSequence> {
    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;

    private Version version = Version.ANY;

    @Override
    public void initialize(IpAddress constraint) {
        version = constraint.version();
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String text = value.toString();
        return (version != Version.V6 && isV4(text)) || (version != Version.V4 && isV6(text));
    }

    /** Of any version. */
    public static boolean isAddress(String text) {
        return isV4(text) || isV6(text);
    }

    private static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == GROUPS;
        }
        // the gap stands for one group at least, and there is one gap only
        int before = groups(text.substring(0, gap), false);
        int after = groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /** How many groups of 16 bits a text has; -1 if it is not made of groups. */
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int groups = 0;
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                groups++;
            } else if (last && i == parts.length - 1 && isV4(parts[i])) {
                groups += 2;
            } else {
                return -1;
            }
        }
        return groups;
    }
}
