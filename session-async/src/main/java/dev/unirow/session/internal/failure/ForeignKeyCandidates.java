package dev.unirow.session.internal.failure;

import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The foreign keys that a statement can break: where there is one alone, a database that does not tell which means that
 * one.
 */
final class ForeignKeyCandidates {
    private final Schema schema;

    ForeignKeyCandidates(Schema schema) {
        this.schema = schema;
    }

    /** A foreign key and the table that has it. */
    record Candidate(Table table, ForeignKey key) {}

    Set<Candidate> of(WrittenTable written) {
        Set<Candidate> candidates = new LinkedHashSet<>();
        if (written.verb() != WrittenTable.Verb.DELETE) {
            schema.table(written.name())
                    .ifPresent(table -> table.foreignKeys().forEach(key -> candidates.add(new Candidate(table, key))));
        }
        switch (written.verb()) {
            case INSERT -> {}
            case UPDATE -> candidates.addAll(referringTo(written.name()));
            case DELETE, REPLACE -> candidates.addAll(refusingToDelete(written.name()));
        }
        return candidates;
    }

    /** Those of the table's rows, and of the rows that are deleted with them. */
    private Set<Candidate> refusingToDelete(String table) {
        Set<Candidate> refusing = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> deleted = new ArrayDeque<>(Set.of(table));
        while (!deleted.isEmpty()) {
            String next = deleted.remove();
            if (!seen.add(next)) {
                continue;
            }
            for (Candidate each : referringTo(next)) {
                ReferentialAction action = each.key().onDelete();
                if (action == ReferentialAction.CASCADE) {
                    deleted.add(each.table().name());
                } else if (action != ReferentialAction.SET_NULL) {
                    refusing.add(each);
                }
            }
        }
        return refusing;
    }

    private Set<Candidate> referringTo(String table) {
        Set<Candidate> referring = new LinkedHashSet<>();
        for (Table each : schema.tables()) {
            each.foreignKeys().stream()
                    .filter(key -> key.referredTable().equals(table))
                    .forEach(key -> referring.add(new Candidate(each, key)));
        }
        return referring;
    }
}
