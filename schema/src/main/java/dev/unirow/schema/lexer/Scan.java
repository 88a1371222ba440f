package dev.unirow.schema.lexer;

/** Finds where something ends that begins at a place in a text. */
record Scan(String sql, SqlSyntax syntax) {
    /** The end of what does not end. */
    static final int NONE = -1;

    boolean isAt(int place, char c) {
        return place < sql.length() && sql.charAt(place) == c;
    }

    boolean isOneOf(int place, String characters) {
        return place >= 0 && place < sql.length() && characters.indexOf(sql.charAt(place)) >= 0;
    }

    boolean isDigit(int place) {
        return place < sql.length() && sql.charAt(place) >= '0' && sql.charAt(place) <= '9';
    }

    boolean startsName(int place) {
        return place < sql.length() && syntax.startsName(sql.charAt(place));
    }

    int endOf(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? NONE : found + mark.length();
    }

    int endOfDigits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    int endOfName(int from) {
        int end = from;
        while (startsName(end) || isDigit(end) || isAt(end, '$')) {
            end++;
        }
        return end;
    }

    /** Of digits, letters and underscores: 0x1F, 1e5, 1_000. */
    int endOfAlphanumeric(int from) {
        int end = from;
        while (startsName(end) || isDigit(end)) {
            end++;
        }
        return end;
    }

    /** Of the tag of a dollar quote, which has no dollar in it. */
    int endOfTag(int from) {
        int end = from;
        while (startsName(end) || (end > from && isDigit(end))) {
            end++;
        }
        return end;
    }

    /** A doubled quote stands for one. */
    int endOfQuoted(int from, boolean escapes) {
        char quote = sql.charAt(from);
        for (int i = from + 1; i < sql.length(); i++) {
            if (escapes && sql.charAt(i) == '\\') {
                i++;
            } else if (sql.charAt(i) == quote) {
                if (!isAt(i + 1, quote)) {
                    return i + 1;
                }
                i++;
            }
        }
        return NONE;
    }

    int endOfLine(int from) {
        int end = from;
        while (end < sql.length() && !isAt(end, '\n') && !(syntax == SqlSyntax.POSTGRESQL && isAt(end, '\r'))) {
            end++;
        }
        return end;
    }

    /** PostgreSQL's may hold others. */
    int endOfComment(int from) {
        if (syntax != SqlSyntax.POSTGRESQL) {
            return endOf("*/", from + 2);
        }
        int depth = 1;
        int end = from + 2;
        while (depth > 0 && end < sql.length()) {
            boolean opens = sql.startsWith("/*", end);
            boolean closes = sql.startsWith("*/", end);
            depth += opens ? 1 : closes ? -1 : 0;
            end += opens || closes ? 2 : 1;
        }
        return depth > 0 ? NONE : end;
    }

    /**
     * Where PostgreSQL continues a literal on a line further down, in the same syntax; {@link #NONE} where it does not.
     */
    int continuation(int from) {
        boolean newLine = false;
        int next = from;
        while (next < sql.length()) {
            if (sql.startsWith("--", next)) {
                next = endOfLine(next);
            } else if (syntax.isBlank(sql.charAt(next))) {
                newLine |= isOneOf(next, "\n\r");
                next++;
            } else {
                return newLine && isAt(next, '\'') ? next : NONE;
            }
        }
        return NONE;
    }

    /** Of SQLite's {@code $name}, with what Tcl may put after it: {@code $name::name(index)}. */
    int endOfVariable(int from) {
        int end = from + 1;
        boolean named = false;
        while (end < sql.length()) {
            if (startsName(end) || isDigit(end) || isAt(end, '$')) {
                named = true;
                end++;
            } else if (isAt(end, '(') && named) {
                while (end < sql.length() && !isAt(end, ')') && !syntax.isBlank(sql.charAt(end))) {
                    end++;
                }
                return isAt(end, ')') ? end + 1 : end;
            } else if (sql.startsWith("::", end)) {
                end += 2;
            } else {
                break;
            }
        }
        return named ? end : NONE;
    }

    /**
     * Of a parameter's name in SQL that is written for Unirow, which is one of Java's without a dollar at its start.
     */
    int endOfParameterName(int from) {
        if (from >= sql.length() || isAt(from, '$') || !Character.isJavaIdentifierStart(sql.charAt(from))) {
            return NONE;
        }
        int end = from + 1;
        while (end < sql.length() && Character.isJavaIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }
}
