package dev.unirow.session.internal.value;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the program binds to a statement that it wrote. A value may be finer than a column, which is a legitimate
 * question, but not one that a database would refuse, or take for another.
 */
public final class Parameters {
    private Parameters() {}

    /** @throws IllegalArgumentException without the value, if not every database can take it */
    public static void require(Object name, @Nullable Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            requireText(name, value.toString());
        } else if (value instanceof Collection<?> values) {
            values.forEach(each -> require(name, each));
        } else if (value instanceof Object[] values) {
            Arrays.asList(values).forEach(each -> require(name, each));
        } else if (value != null && !StorableYears.hold(value)) {
            throw new IllegalArgumentException("The parameter '" + name + "' lies outside of the years "
                    + StorableYears.WORDS
                    + ", where not every database knows a time. Use one within them, or leave the condition out.");
        }
    }

    private static void requireText(Object name, String text) {
        String problem = StorableText.problem(text);
        if (problem != null) {
            throw new IllegalArgumentException("The parameter '" + name + "' " + problem
                    + ", which not every database can keep. "
                    + (problem.equals(StorableText.NUL)
                            ? "Remove it, or bind bytes."
                            : "Do not cut text between the halves of a character."));
        }
    }
}
