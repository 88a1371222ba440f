package dev.unirow.migrate.internal.script;

import dev.unirow.migrate.exception.InvalidRevisionException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Identifiers and file names of new revisions. */
public final class RevisionName {
    /** What the version table holds. */
    public static final int MAXIMUM_ID_LENGTH = 32;

    private static final int MAXIMUM_SLUG_LENGTH = 40;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private RevisionName() {}

    /** Twelve hexadecimal digits out of a random UUID. */
    public static String randomId() {
        return UUID.randomUUID().toString().replace("-", "").substring(20);
    }

    /** @throws InvalidRevisionException for one that could not be typed, stored or made into a file's name */
    public static String requireId(String id) {
        requireName(id);
        if (id.length() > MAXIMUM_ID_LENGTH) {
            throw InvalidRevisionException.ofLength(id, MAXIMUM_ID_LENGTH);
        }
        return id;
    }

    /**
     * @throws InvalidRevisionException for an identifier or a label that is not of letters, digits, underscores and
     *     dots
     */
    public static void requireName(String name) {
        String odd = name.codePoints()
                .filter(character -> !Character.isLetterOrDigit(character) && "_.".indexOf(character) < 0)
                .distinct()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining(", "));
        if (!odd.isEmpty() || name.isEmpty() || name.startsWith(".")) {
            throw InvalidRevisionException.ofCharacters(name, odd.isEmpty() && !name.isEmpty() ? "." : odd);
        }
    }

    public static String fileName(String id, String message) {
        return id + "_" + slug(message) + ".sql";
    }

    /** The words in lower case, joined by underscores; cut between two words, which leaves an underscore at the end. */
    static String slug(String message) {
        String slug = WORD.matcher(message)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("_"))
                .toLowerCase(Locale.ROOT);
        if (slug.length() <= MAXIMUM_SLUG_LENGTH) {
            return slug;
        }
        String cut = slug.substring(0, MAXIMUM_SLUG_LENGTH);
        int lastWord = cut.lastIndexOf('_');
        return (lastWord < 0 ? cut : cut.substring(0, lastWord)) + "_";
    }
}
