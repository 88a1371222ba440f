package dev.unirow.migrate.internal.script;

import java.util.Set;

/** Follows the words of one statement to know whether a semicolon stands inside the body of a trigger or a routine. */
final class CompoundBlock {
    private static final Set<String> WITH_BODY = Set.of("TRIGGER", "FUNCTION", "PROCEDURE", "EVENT");
    private static final Set<String> WITHOUT_BODY =
            Set.of("TABLE", "VIEW", "INDEX", "SEQUENCE", "TYPE", "SCHEMA", "EXTENSION", "DOMAIN", "ROLE", "USER");

    /** {@code END IF} and the like close what is not counted as opened. */
    private static final Set<String> CLOSED_ALONE = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    private boolean first = true;
    private boolean creates;
    private boolean hasBody;
    private boolean ended;
    private int depth;

    boolean isOpen() {
        return depth > 0;
    }

    void reset() {
        first = true;
        creates = false;
        hasBody = false;
        ended = false;
        depth = 0;
    }

    void word(String word) {
        if (first) {
            first = false;
            creates = word.equals("CREATE");
        } else if (creates && !hasBody) {
            hasBody = WITH_BODY.contains(word);
            creates = !WITHOUT_BODY.contains(word);
        } else if (hasBody) {
            body(word);
        }
    }

    void semicolon() {
        ended = false;
    }

    private void body(String word) {
        boolean afterEnd = ended;
        ended = false;
        if (afterEnd && CLOSED_ALONE.contains(word)) {
            depth++;
        } else if (word.equals("BEGIN") || (word.equals("CASE") && !afterEnd)) {
            depth++;
        } else if (word.equals("END")) {
            depth = Math.max(depth - 1, 0);
            ended = true;
        }
    }
}
