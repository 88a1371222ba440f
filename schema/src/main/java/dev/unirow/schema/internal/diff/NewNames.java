package dev.unirow.schema.internal.diff;

import dev.unirow.schema.Constraint;
import dev.unirow.schema.Index;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** New names of constraints and indexes, each given when it is free. Where two change places, both keep theirs. */
final class NewNames {
    private record Move(String name, String newName, Operation operation) {}

    private final Set<String> taken = new HashSet<>();
    private final List<Move> moves = new ArrayList<>();

    NewNames(Collection<Table> tables) {
        for (Table table : tables) {
            PrimaryKey key = table.primaryKey();
            Stream.of(
                            key == null ? List.<Constraint>of() : List.of(key),
                            table.uniques(),
                            table.checks(),
                            table.foreignKeys())
                    .flatMap(Collection::stream)
                    .map(Constraint::name)
                    .forEach(taken::add);
            table.indexes().stream().map(Index::name).forEach(taken::add);
        }
    }

    void add(String name, String newName, Operation operation) {
        moves.add(new Move(name, newName, operation));
    }

    List<Operation> inOrder() {
        List<Operation> ordered = new ArrayList<>();
        List<Move> left = new ArrayList<>(moves);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Move move : List.copyOf(left)) {
                if (taken.add(move.newName())) {
                    taken.remove(move.name());
                    ordered.add(move.operation());
                    left.remove(move);
                    moved = true;
                }
            }
        }
        return ordered;
    }
}
