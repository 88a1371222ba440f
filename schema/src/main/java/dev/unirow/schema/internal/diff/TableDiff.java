package dev.unirow.schema.internal.diff;

import static dev.unirow.schema.internal.diff.SchemaDiff.missing;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnAspect;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.Constraint;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Generated;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.internal.sql.MariaDbOptions;
import dev.unirow.schema.internal.sql.SqlExpression;
import dev.unirow.schema.internal.sql.TypeFit;
import dev.unirow.schema.internal.sql.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What leads from a table to another of its name. */
final class TableDiff {
    private final DatabaseKind kind;
    private final Table live;
    private final Table liveCanonical;
    private final Table wanted;
    private final Table wantedCanonical;
    private final DiffSteps steps;
    private final String table;
    /** Columns that are made anew, and with them whatever hangs on them. */
    private final Set<String> remade = new HashSet<>();

    TableDiff(
            DatabaseKind kind, Table live, Table liveCanonical, Table wanted, Table wantedCanonical, DiffSteps steps) {
        this.kind = kind;
        this.live = live;
        this.liveCanonical = liveCanonical;
        this.wanted = wanted;
        this.wantedCanonical = wantedCanonical;
        this.steps = steps;
        this.table = wanted.name();
    }

    void compare() {
        if (!Objects.equals(live.comment(), wanted.comment())) {
            steps.columns.add(new TableOperation.AlterTableComment(table, live.comment(), wanted.comment()));
        }
        compareOptions();
        missing(wanted.columns(), live.columns(), Column::name)
                .forEach(column -> steps.columns.add(new ColumnOperation.AddColumn(table, column)));
        for (Column column : wanted.columns()) {
            live.column(column.name()).ifPresent(old -> compare(old, column));
        }
        comparePrimaryKeys(live.primaryKey(), wanted.primaryKey());
        match(
                live.uniques(),
                wanted.uniques(),
                (a, b) -> a.columns().equals(b.columns()) && !hangsOnRemade(a.columns()),
                this::drop,
                this::add);
        match(
                live.checks(),
                wanted.checks(),
                (a, b) -> a.name().equals(b.name()) && sameCondition(a, b),
                this::drop,
                this::add);
        match(
                live.indexes(),
                wanted.indexes(),
                (a, b) -> canonical(liveCanonical, a).equals(canonical(wantedCanonical, b))
                        && !hangsOnRemade(a.columnNames()),
                index -> steps.dropConstraints.add(new ConstraintOperation.DropIndex(table, index)),
                index -> steps.addConstraints.add(new ConstraintOperation.CreateIndex(table, index)));
        match(
                live.foreignKeys(),
                wanted.foreignKeys(),
                ForeignKey::refersAs,
                key -> steps.dropForeignKeys.add(new ConstraintOperation.DropConstraint(table, key)),
                key -> steps.addForeignKeys.add(new ConstraintOperation.AddConstraint(table, key)));
        missing(live.columns(), wanted.columns(), Column::name)
                .forEach(column -> steps.drops.add(new ColumnOperation.DropColumn(table, column)));
    }

    private void drop(Constraint constraint) {
        steps.dropConstraints.add(new ConstraintOperation.DropConstraint(table, constraint));
    }

    private void add(Constraint constraint) {
        steps.addConstraints.add(new ConstraintOperation.AddConstraint(table, constraint));
    }

    private boolean hangsOnRemade(List<String> columns) {
        return columns.stream().anyMatch(remade::contains);
    }

    private void compare(Column live, Column wanted) {
        Column step = live;
        Column liveCanonical = this.liveCanonical.column(live.name()).orElse(live);
        Column wantedCanonical = this.wantedCanonical.column(wanted.name()).orElse(wanted);
        if (!sameComputation(liveCanonical.generated(), wantedCanonical.generated())) {
            remade.add(wanted.name());
            Column next = wanted.generated() == null ? live.withGenerated(null) : wanted;
            alter(live, next, ColumnAspect.GENERATED);
            if (wanted.generated() != null) {
                return;
            }
            step = next;
        }
        TypeName oldType = TypeName.of(kind, liveCanonical.type());
        TypeName newType = TypeName.of(kind, wantedCanonical.type());
        // while its database still makes up numbers, a column cannot be anything else
        if (live.identity() && !wanted.identity() && kind != DatabaseKind.SQLITE) {
            Column next = step.withIdentity(false);
            alter(step, next, ColumnAspect.IDENTITY);
            step = next;
        }
        boolean defaultDiffers = !Objects.equals(canonicalDefault(liveCanonical), canonicalDefault(wantedCanonical));
        if (!oldType.matches(newType)) {
            // a default that goes anyway need not be a value of the new type
            step = defaultDiffers ? withDefault(step, null) : step;
            // on SQLite only an integer makes up numbers
            Column next = step.withType(wanted.type())
                    .withIdentity(kind == DatabaseKind.SQLITE ? wanted.identity() : step.identity());
            steps.columns.add(new ColumnOperation.AlterColumn(
                    table,
                    step,
                    next,
                    ColumnAspect.TYPE,
                    !new TypeFit(kind, liveCanonical.type(), wantedCanonical.type()).losesNothing(),
                    !new TypeFit(kind, wantedCanonical.type(), liveCanonical.type()).losesNothing()));
            step = next;
        }
        if (!sameCollation(live.collation(), wanted.collation())) {
            Column next = step.withCollation(wanted.collation());
            alter(step, next, ColumnAspect.COLLATION);
            step = next;
        }
        step = defaultDiffers ? withDefault(step, wanted.defaultValue()) : step;
        if (live.nullable() != wanted.nullable()) {
            Column next = step.withNullable(wanted.nullable());
            alter(step, next, ColumnAspect.NULLABLE);
            step = next;
        }
        // every integer key of SQLite makes up ids; AUTOINCREMENT is no reason to build a table anew
        boolean identityDiffers =
                step.identity() != wanted.identity() || (wanted.identityAlways() && !step.identityAlways());
        if (identityDiffers && kind != DatabaseKind.SQLITE) {
            Column next = step.withIdentity(wanted.identity()).withIdentityAlways(wanted.identityAlways());
            alter(step, next, ColumnAspect.IDENTITY);
            step = next;
        }
        if (!Objects.equals(live.comment(), wanted.comment())) {
            alter(step, step.withComment(wanted.comment()), ColumnAspect.COMMENT);
        }
    }

    private void alter(Column from, Column to, ColumnAspect aspect) {
        steps.columns.add(new ColumnOperation.AlterColumn(table, from, to, aspect));
    }

    /** What nobody asks for is no difference: a mapping need not say it. */
    private void compareOptions() {
        List<String> options = wanted.options();
        if (kind == DatabaseKind.MARIADB) {
            options = MariaDbOptions.of(live.options())
                    .with(MariaDbOptions.of(options))
                    .list();
        }
        if (!wanted.options().isEmpty() && !live.options().equals(options)) {
            steps.columns.add(new TableOperation.AlterTableOptions(table, live.options(), options));
        }
    }

    /** One may be written where the other is left out, because it is what comes without. */
    private boolean sameCollation(@Nullable String ofLive, @Nullable String ofWanted) {
        if (ofLive == null && ofWanted == null) {
            return true;
        }
        return switch (kind) {
            case POSTGRESQL ->
                Objects.requireNonNullElse(ofLive, "default").equals(Objects.requireNonNullElse(ofWanted, "default"));
            case SQLITE ->
                Objects.requireNonNullElse(ofLive, "binary")
                        .equalsIgnoreCase(Objects.requireNonNullElse(ofWanted, "binary"));
            case MARIADB ->
                Objects.requireNonNullElseGet(
                                ofLive, () -> MariaDbOptions.of(live.options()).collation())
                        .equalsIgnoreCase(Objects.requireNonNullElseGet(
                                ofWanted,
                                () -> MariaDbOptions.of(wanted.options()).collation()));
        };
    }

    private Column withDefault(Column from, @Nullable String value) {
        Column to = from.withDefault(value);
        if (!to.equals(from)) {
            alter(from, to, ColumnAspect.DEFAULT);
        }
        return to;
    }

    private void comparePrimaryKeys(@Nullable PrimaryKey live, @Nullable PrimaryKey wanted) {
        List<String> old = live == null ? List.of() : live.columns();
        List<String> now = wanted == null ? List.of() : wanted.columns();
        if (old.equals(now)) {
            return;
        }
        if (live != null) {
            drop(live);
        }
        if (wanted != null) {
            // ahead of whatever refers to it
            steps.addConstraints.add(0, new ConstraintOperation.AddConstraint(table, wanted));
        }
    }

    private boolean sameCondition(Check live, Check wanted) {
        return SqlExpression.canonical(kind, canonical(liveCanonical, live))
                .equals(SqlExpression.canonical(kind, canonical(wantedCanonical, wanted)));
    }

    private static String canonical(Table rewritten, Check check) {
        return rewritten.checks().stream()
                .filter(other -> other.name().equals(check.name()))
                .findFirst()
                .orElse(check)
                .expression();
    }

    /** The index with its expressions as the database writes them, and those in one form. */
    private Index canonical(Table rewritten, Index index) {
        Index found = rewritten.indexes().stream()
                .filter(other -> other.name().equals(index.name()))
                .findFirst()
                .orElse(index);
        return found.withWhere(canonicalText(found.where()))
                .withColumns(found.columns().stream()
                        .map(column -> new IndexColumn(
                                column.name(),
                                column.descending(),
                                canonicalText(column.expression()),
                                column.nulls(),
                                column.collation(),
                                column.prefix()))
                        .toList());
    }

    private boolean sameComputation(@Nullable Generated one, @Nullable Generated other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.stored() == other.stored()
                && SqlExpression.canonical(kind, one.expression())
                        .equals(SqlExpression.canonical(kind, other.expression()));
    }

    /** The default null is what comes without one. */
    private @Nullable String canonicalDefault(Column column) {
        String text = canonicalText(column.defaultValue());
        return "null".equals(text) ? null : text;
    }

    private @Nullable String canonicalText(@Nullable String expression) {
        return expression == null ? null : SqlExpression.canonical(kind, expression);
    }

    private static <T> void match(
            List<T> live, List<T> wanted, BiPredicate<T, T> same, Consumer<T> drop, Consumer<T> add) {
        live.stream()
                .filter(old -> wanted.stream().noneMatch(item -> same.test(old, item)))
                .forEach(drop);
        wanted.stream()
                .filter(item -> live.stream().noneMatch(old -> same.test(old, item)))
                .forEach(add);
    }
}
