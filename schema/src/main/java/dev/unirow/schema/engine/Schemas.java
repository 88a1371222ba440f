package dev.unirow.schema.engine;

import dev.unirow.model.Naming;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SqlRunner;
import dev.unirow.schema.Target;
import dev.unirow.schema.internal.ddl.FillSql;
import dev.unirow.schema.internal.ddl.RequiredColumns;
import dev.unirow.schema.internal.ddl.SchemaChange;
import dev.unirow.schema.internal.diff.DerivedNames;
import dev.unirow.schema.internal.diff.SchemaDiff;
import dev.unirow.schema.internal.mariadb.MariaDbCatalog;
import dev.unirow.schema.internal.mariadb.MariaDbOperations;
import dev.unirow.schema.internal.mariadb.MariaDbProbe;
import dev.unirow.schema.internal.postgresql.PostgresCasts;
import dev.unirow.schema.internal.postgresql.PostgresCatalog;
import dev.unirow.schema.internal.postgresql.PostgresOperations;
import dev.unirow.schema.internal.postgresql.PostgresProbe;
import dev.unirow.schema.internal.sql.QualifiedName;
import dev.unirow.schema.internal.sql.TypeName;
import dev.unirow.schema.internal.sqlite.SqliteCatalog;
import dev.unirow.schema.internal.sqlite.SqliteOperations;
import dev.unirow.schema.internal.wanted.WantedSchema;
import dev.unirow.schema.mapping.MetadataCapture;
import dev.unirow.schema.mapping.ModelNaming;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Schemas from mappings, and the SQL for them. All is pure but {@link #wanted(Target, Naming, Collection, Map)}, which
 * boots Hibernate without a connection.
 */
public final class Schemas {
    private static final String SEQUENCE = "_seq";

    private Schemas() {}

    /**
     * The schema that a mapping asks for, in the SQL of the mapping's dialect.
     *
     * @param metadata the mapping out of {@link MetadataCapture}: one that no session factory was built from lacks what
     *     Bean Validation says
     * @throws SchemaException when the mapping uses something that is not supported, such as a schema of its own or a
     *     generated column
     */
    public static Schema wanted(Metadata metadata, Naming naming) {
        return WantedSchema.of(metadata, naming);
    }

    /**
     * The schema that entities ask for on a database that need not exist. Blocks while Hibernate boots, about half a
     * second.
     *
     * @param settings Hibernate's, in the place of those set here (naming strategies and validation)
     * @throws SchemaException as {@link #wanted(Metadata, Naming)} does, when Hibernate cannot map the entities to that
     *     database, and when the dialect is not on the class path
     */
    public static Schema wanted(
            Target target, Naming naming, Collection<Class<?>> entities, Map<String, Object> settings) {
        return OfflineMapping.schema(target, ModelNaming.of(naming), entities, settings);
    }

    /**
     * The name under which {@link Schema#table} finds a table.
     *
     * @param schema null for the connection's own
     */
    public static String qualified(@Nullable String schema, String table) {
        return new QualifiedName(schema, table).text();
    }

    /**
     * A name as SQL writes it, in quotes where it needs them.
     *
     * @param schema null for the connection's own
     */
    public static String sql(DatabaseKind kind, @Nullable String schema, String name) {
        return new QualifiedName(schema, name).sql(kind);
    }

    /** The schemas, beside the connection's own, that a schema has tables, sequences or enum types in. */
    public static Set<String> furtherSchemas(Schema schema) {
        return Set.copyOf(SchemaSql.schemas(schema));
    }

    /**
     * The statements that make what is missing, in an order in which they run. Whole tables only: what differs inside a
     * table that is there is a migration's business.
     *
     * @param present the names of the tables and enum types that are there
     */
    public static List<String> createAll(DatabaseKind kind, Schema wanted, Set<String> present) {
        return new SchemaSql(kind).createAll(wanted, present);
    }

    /**
     * The statements that drop the schema's tables, as far as they are there, and its sequences. On SQLite they must
     * run in one transaction when tables refer to each other in a cycle.
     *
     * @param present the names of the tables and enum types that are there
     */
    public static List<String> dropAll(DatabaseKind kind, Schema schema, Set<String> present) {
        return new SchemaSql(kind).dropAll(schema, present);
    }

    /**
     * The schema that is there: what an unqualified name means on the connection. Alembic's {@code alembic_version} is
     * listed like any other table. Views, and what no record describes, are named and otherwise left alone.
     *
     * <p>Fails with {@link SchemaException} when SQLite keeps a statement that cannot be read.
     */
    public static Uni<Schema> live(DatabaseKind kind, SqlRunner runner) {
        return live(kind, runner, List.of());
    }

    /**
     * {@link #live(DatabaseKind, SqlRunner)} with the tables of further schemas, under names such as
     * {@code audit.entry}; no more queries are sent. MariaDB's schemas are its databases.
     *
     * @throws SchemaException for SQLite, which has none
     */
    public static Uni<Schema> live(DatabaseKind kind, SqlRunner runner, Collection<String> furtherSchemas) {
        return switch (kind) {
            case POSTGRESQL -> PostgresCatalog.of(runner, furtherSchemas).read();
            case SQLITE -> {
                if (!furtherSchemas.isEmpty()) {
                    throw new SchemaException("SQLite has no schemas: " + String.join(", ", furtherSchemas)
                            + " cannot be read. Open that database file itself.");
                }
                yield new SqliteCatalog(runner).read();
            }
            case MARIADB -> MariaDbCatalog.of(runner, furtherSchemas).read();
        };
    }

    /**
     * {@link #live(DatabaseKind, SqlRunner)} with the tables of the further schemas that a mapping names, and under its
     * names: a table in the connection's own schema is {@code public.entry} where the mapping says so.
     */
    public static Uni<Schema> live(DatabaseKind kind, SqlRunner runner, Schema mapping) {
        Set<String> further = furtherSchemas(mapping);
        return kind == DatabaseKind.SQLITE || further.isEmpty()
                ? live(kind, runner)
                : live(kind, runner, further)
                        .chain(live -> OwnSchema.of(kind, runner).map(own -> own.named(live, mapping)));
    }

    /** The table that a sequence is named after, unless it was given another name; any other name stays as it is. */
    public static String tableOfSequence(String name) {
        QualifiedName parts = QualifiedName.parse(name);
        return parts.name().endsWith(SEQUENCE)
                ? new QualifiedName(
                                parts.schema(),
                                parts.name().substring(0, parts.name().length() - SEQUENCE.length()))
                        .text()
                : name;
    }

    /** The schema of a {@linkplain #qualified qualified} name; null for the connection's own. */
    public static @Nullable String schemaOf(String name) {
        return QualifiedName.parse(name).schema();
    }

    /**
     * The steps from one schema to another, in an order in which they run; none when they are the same. Synonyms of
     * types and the writing of expressions do not count. Texts that a database has rewritten are better compared by
     * {@link #compare}.
     */
    public static List<Operation> diff(DatabaseKind kind, Schema from, Schema to) {
        return SchemaDiff.between(kind, from, from, to, to);
    }

    /**
     * The steps from the live schema to the wanted one, after the database itself has written both alike, for what a
     * text means is the database's to say: PostgreSQL and MariaDB make temporary tables, which are gone afterwards, and
     * end no transaction by it. MariaDB is asked only about tables in which {@link #diff} sees a difference. SQLite
     * keeps every text as it was given, so that there is nothing to ask. Without the privilege for temporary tables it
     * is {@link #diff}.
     *
     * @param runner one connection for all statements
     */
    public static Uni<List<Operation>> compare(DatabaseKind kind, SqlRunner runner, Schema live, Schema wanted) {
        return switch (kind) {
            case SQLITE -> Uni.createFrom().item(() -> diff(kind, live, wanted));
            case POSTGRESQL -> {
                PostgresProbe probe = new PostgresProbe(runner);
                yield probe.canonical(live, wanted)
                        .chain(liveCanonical -> probe.canonical(wanted, live)
                                .map(wantedCanonical ->
                                        SchemaDiff.between(kind, live, liveCanonical, wanted, wantedCanonical)));
            }
            case MARIADB ->
                Uni.createFrom().deferred(() -> {
                    Set<String> unlike = diff(kind, live, wanted).stream()
                            .map(Operation::table)
                            .filter(name -> live.table(name).isPresent())
                            .collect(Collectors.toSet());
                    MariaDbProbe probe = new MariaDbProbe(runner);
                    return probe.canonical(only(unlike, live))
                            .chain(liveCanonical -> probe.canonical(only(unlike, wanted))
                                    .map(wantedCanonical ->
                                            SchemaDiff.between(kind, live, liveCanonical, wanted, wantedCanonical)));
                });
        };
    }

    private static Schema only(Set<String> names, Schema schema) {
        return schema.withTables(schema.tables().stream()
                .filter(table -> names.contains(table.name()))
                .toList());
    }

    /**
     * Renames of tables and columns with what follows from them: constraints and indexes that are named after what is
     * renamed get the names that the wanted schema has for them.
     */
    public static List<Operation> renames(DatabaseKind kind, Schema from, List<Operation> renames, Schema wanted) {
        return renames.isEmpty() ? List.of() : DerivedNames.withRenames(kind, from, renames, wanted);
    }

    /** Whether two types, as the database's SQL writes them, are the same. */
    public static boolean isSameType(DatabaseKind kind, String one, String other) {
        return TypeName.of(kind, one).matches(TypeName.of(kind, other));
    }

    /**
     * What a person should know about the steps before they run, beside {@link Operation#destructive}.
     *
     * @param from the schema that the operations start from
     */
    public static List<String> warnings(DatabaseKind kind, Schema from, List<Operation> operations) {
        return kind == DatabaseKind.POSTGRESQL
                ? new PostgresCasts(from, SchemaChange.apply(kind, from, operations))
                        .warnings(operations.stream()
                                .filter(ColumnOperation.AlterColumn.class::isInstance)
                                .map(ColumnOperation.AlterColumn.class::cast)
                                .toList())
                : List.of();
    }

    /** The steps back, last one first. */
    public static List<Operation> inverse(List<Operation> operations) {
        List<Operation> inverse = new ArrayList<>();
        for (Operation operation : operations) {
            inverse.add(0, operation.inverse());
        }
        return List.copyOf(inverse);
    }

    /**
     * The steps as they can be done to tables with rows: a column that becomes required gets a value in between. Where
     * none is given for it, {@link #render} marks the place where a person may write one.
     *
     * @param values SQL expressions by the names of columns, as in {@code pet.name}
     */
    public static List<Operation> withValues(List<Operation> operations, Map<String, String> values) {
        return new RequiredColumns(values).there(operations);
    }

    /** The columns that become required without a value for the rows that are there, as in {@code pet.name}. */
    public static List<String> withoutValues(List<Operation> operations) {
        return RequiredColumns.withoutValues(operations);
    }

    /**
     * The schema after the operations.
     *
     * @throws SchemaException when an operation is about a table that is not there
     */
    public static Schema apply(DatabaseKind kind, Schema schema, List<Operation> operations) {
        return SchemaChange.apply(kind, schema, operations);
    }

    /**
     * The statements for operations, in order. What SQLite's ALTER TABLE cannot do becomes a batch for its table: a new
     * table, the rows copied, the old one dropped. The first statement of a batch starts with the line {@code -- batch
     * <table> (<columns that it expects to find>)}, and whoever runs it must have switched {@code PRAGMA foreign_keys}
     * off before the transaction, or dropping the old table deletes the rows that refer to it.
     *
     * @param from the schema that the operations start from
     * @throws SchemaException when an operation is about a table that is not there, or a batch would lose a trigger, a
     *     view or another thing that has no record
     */
    public static List<String> render(DatabaseKind kind, Schema from, List<Operation> operations) {
        List<String> statements = new ArrayList<>(new SchemaSql(kind).createSchemas(from, operations));
        statements.addAll(
                switch (kind) {
                    case POSTGRESQL -> PostgresOperations.render(from, operations);
                    case SQLITE -> SqliteOperations.render(from, operations);
                    case MARIADB -> MariaDbOperations.render(from, operations);
                });
        return FillSql.withMarks(statements);
    }

    /**
     * The statements that undo operations, last one first, on tables with rows: a required column that comes back is
     * nullable unless it has a value, a default, or is part of a key. A schema that the operations made is dropped if
     * nothing else is in it.
     *
     * @param from the schema that the operations start from
     * @param values SQL expressions by the names of columns, as in {@code pet.name}
     */
    public static List<String> renderBack(
            DatabaseKind kind, Schema from, List<Operation> operations, Map<String, String> values) {
        List<String> statements = new ArrayList<>(
                render(kind, apply(kind, from, operations), new RequiredColumns(values).back(inverse(operations))));
        statements.addAll(new SchemaSql(kind).dropSchemas(from, operations));
        return List.copyOf(statements);
    }
}
