package dev.unirow.query;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The message for a name that does not exist: what was asked for, what may have been meant, what there is. */
final class Nearest {
    private Nearest() {}

    static String unknown(String model, String name, Collection<String> known) {
        String nearest = nearest(name, known);
        return "'" + model + "' has no attribute '" + name + "'."
                + (nearest == null ? "" : " Did you mean '" + nearest + "'?")
                + " It has: " + String.join(", ", known) + ".";
    }

    static @Nullable String nearest(String name, Collection<String> known) {
        String best = null;
        int least = Math.max(1, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(plain(name), plain(candidate));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
