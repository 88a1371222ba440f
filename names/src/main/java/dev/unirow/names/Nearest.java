package dev.unirow.names;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known name that was probably meant by one that is not known: of an option, a configuration key, an attribute. */
public final class Nearest {
    private Nearest() {}

    /**
     * Upper and lower case, underscores and hyphens make no difference. A third of the letters may be wrong; or they
     * are the beginning of one known name only.
     *
     * @return null when none is near enough
     */
    public static @Nullable String to(String name, Collection<String> known) {
        String plain = plain(name);
        String nearest = null;
        int least = Math.max(1, name.length() / 3) + 1;
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

    /** Letters to insert, remove, replace or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int moved = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
                distance[i][j] = Math.min(replaced, moved);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
                }
            }
        }
        return distance[a.length()][b.length()];
    }
}
