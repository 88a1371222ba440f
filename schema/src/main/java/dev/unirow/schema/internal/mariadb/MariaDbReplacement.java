package dev.unirow.schema.internal.mariadb;

import dev.unirow.schema.Check;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Unique;
import dev.unirow.schema.internal.ddl.TableSql;
import java.util.List;
import java.util.Optional;

/**
 * An index or a check that comes back under its name. One statement drops it and adds it, so that a table is never left
 * without: MariaDB commits after each statement.
 */
record MariaDbReplacement(ConstraintOperation added) {
    /** Empty if nothing of that name follows, or something else happens to the table before. */
    static Optional<MariaDbReplacement> of(ConstraintOperation drop, List<Operation> operations) {
        String name = name(drop);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        for (Operation next : operations.subList(operations.indexOf(drop) + 1, operations.size())) {
            if (next.table().equals(drop.table())) {
                if (!(next instanceof ConstraintOperation constraint)) {
                    return Optional.empty();
                } else if (isAddition(next) && name(constraint).equals(name)) {
                    return Optional.of(new MariaDbReplacement(constraint));
                }
            }
        }
        return Optional.empty();
    }

    String clause(TableSql sql) {
        return added instanceof ConstraintOperation.CreateIndex create
                ? "add " + sql.index(create.index())
                : "add " + sql.constraint(((ConstraintOperation.AddConstraint) added).constraint());
    }

    private static boolean isAddition(Operation operation) {
        return operation instanceof ConstraintOperation.AddConstraint
                || operation instanceof ConstraintOperation.CreateIndex;
    }

    /** Empty for what cannot be replaced in one statement. */
    private static String name(ConstraintOperation operation) {
        if (operation instanceof ConstraintOperation.DropIndex drop) {
            return drop.index().name();
        } else if (operation instanceof ConstraintOperation.CreateIndex create) {
            return create.index().name();
        } else if (operation instanceof ConstraintOperation.DropConstraint drop) {
            return drop.constraint() instanceof Check || drop.constraint() instanceof Unique
                    ? drop.constraint().name()
                    : "";
        } else if (operation instanceof ConstraintOperation.AddConstraint add) {
            return add.constraint() instanceof Check || add.constraint() instanceof Unique
                    ? add.constraint().name()
                    : "";
        }
        return "";
    }
}
