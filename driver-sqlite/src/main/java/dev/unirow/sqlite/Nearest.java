package dev.unirow.sqlite;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known name that was probably meant by one that is not known. */
final class Nearest {
    private Nearest() {}

    /** Null when nothing is near enough. The beginning of one name only is near. */
    static @Nullable String of(String name, Collection<String> known) {
        String plain = plain(name);
        String nearest = null;
        int least = Math.max(1, plain.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(plain, plain(candidate));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest == null ? onlyContinuation(plain, known) : nearest;
    }

    private static @Nullable String onlyContinuation(String plain, Collection<String> known) {
        var continuing = known.stream()
                .filter(candidate -> plain.length() > 2 && plain(candidate).startsWith(plain))
                .toList();
        return continuing.size() == 1 ? continuing.get(0) : null;
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Letters to insert, remove or replace, by rows of Levenshtein's table. */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
