package dev.unirow.migrate.internal.run;

import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.EnumType;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables that the models ask for, in a database that may have others besides. */
public final class ModelTables {
    private final DatabaseKind kind;
    private final Schema wanted;

    public ModelTables(DatabaseKind kind, Schema wanted) {
        this.kind = kind;
        this.wanted = wanted;
    }

    /** All tables that are there, also in the further schemas that the models name. */
    public Uni<Schema> live(SqlConnection connection) {
        return Schemas.live(kind, connection, wanted);
    }

    /** Those of the models among them, with their sequences and enum types. */
    Schema ours(Schema live) {
        return new Schema(
                those(live.tables(), wanted.tables(), Table::name),
                those(live.sequences(), wanted.sequences(), Sequence::name),
                List.of(),
                those(live.enums(), wanted.enums(), EnumType::name));
    }

    /**
     * How they stand to the models when there are no revisions. A view may be in the place of a table, and nothing is
     * asked of it.
     */
    Uni<DatabaseStanding> compare(SqlConnection connection, Schema live) {
        Schema ours = ours(live);
        Schema asked = wanted.withTables(wanted.tables().stream()
                .filter(table -> !live.views().contains(table.name()))
                .toList());
        // most often the texts are equal, and the database need not be asked what they mean
        return differing(Schemas.diff(kind, ours, asked)).isEmpty()
                ? Uni.createFrom().item(DatabaseStanding.of(DatabaseStatus.UP_TO_DATE))
                : Schemas.compare(kind, connection, ours, asked).map(found -> standing(ours, differing(found)));
    }

    private static DatabaseStanding standing(Schema ours, List<Operation> differing) {
        if (differing.isEmpty()) {
            return DatabaseStanding.of(DatabaseStatus.UP_TO_DATE);
        }
        boolean onlyMissing = differing.stream().allMatch(operation -> isMissing(operation, ours));
        return new DatabaseStanding(onlyMissing ? DatabaseStatus.INCOMPLETE : DatabaseStatus.UNMANAGED, differing);
    }

    private static boolean isMissing(Operation operation, Schema ours) {
        return operation instanceof TableOperation.CreateTable
                || operation instanceof SchemaOperation.CreateSequence
                || operation instanceof SchemaOperation.CreateEnum
                || (operation instanceof ConstraintOperation.AddConstraint
                        && ours.table(operation.table()).isEmpty());
    }

    /** Without what no model can tell: an index that somebody has added, and comments. */
    private static List<Operation> differing(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> !(operation instanceof ConstraintOperation.DropIndex drop
                                && !drop.index().unique())
                        && !(operation instanceof ColumnOperation.AlterColumn alter && alter.isOf(ColumnAspect.COMMENT))
                        && !(operation instanceof TableOperation.AlterTableComment))
                .toList();
    }

    private static <T> List<T> those(List<T> live, List<T> wanted, Function<T, String> name) {
        Set<String> names = wanted.stream().map(name).collect(Collectors.toSet());
        return live.stream().filter(item -> names.contains(name.apply(item))).toList();
    }
}
