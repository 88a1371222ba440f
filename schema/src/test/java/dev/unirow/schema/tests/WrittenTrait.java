package dev.unirow.schema.tests;

import static dev.unirow.schema.DatabaseKind.MARIADB;
import static dev.unirow.schema.DatabaseKind.POSTGRESQL;
import static dev.unirow.schema.DatabaseKind.SQLITE;

import dev.unirow.schema.Column;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Deferrability;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.NullsOrder;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the schemas that were written by hand must have somewhere, on databases that can have it. */
enum WrittenTrait {
    TABLE_COMMENT(EnumSet.of(POSTGRESQL, MARIADB), tables(table -> table.comment() != null)),
    COLUMN_COMMENT(EnumSet.of(POSTGRESQL, MARIADB), columns(column -> column.comment() != null)),
    COLLATION(columns(column -> column.collation() != null)),
    STORED_COLUMN(
            columns(column -> column.generated() != null && column.generated().stored())),
    VIRTUAL_COLUMN(
            columns(column -> column.generated() != null && !column.generated().stored())),
    IDENTITY(columns(Column::identity)),
    IDENTITY_BY_DEFAULT(EnumSet.of(POSTGRESQL), columns(column -> column.identity() && !column.identityAlways())),
    IDENTITY_ALWAYS(EnumSet.of(POSTGRESQL), columns(Column::identityAlways)),
    SEQUENCE_WITH_ALL(EnumSet.of(POSTGRESQL, MARIADB), sequences(WrittenTrait::hasAll)),
    SEQUENCE_DOWNWARDS(EnumSet.of(POSTGRESQL, MARIADB), sequences(sequence -> sequence.increment() < 0)),
    NATIVE_ENUM(EnumSet.of(POSTGRESQL, MARIADB), WrittenTrait::hasEnum),
    PARTIAL_INDEX(EnumSet.of(POSTGRESQL, SQLITE), indexes(index -> index.where() != null && !index.unique())),
    PARTIAL_UNIQUE_INDEX(EnumSet.of(POSTGRESQL, SQLITE), indexes(index -> index.where() != null && index.unique())),
    FUNCTIONAL_INDEX(EnumSet.of(POSTGRESQL, SQLITE), parts(part -> part.expression() != null)),
    DESCENDING_INDEX(parts(IndexColumn::descending)),
    NULLS_FIRST_INDEX(EnumSet.of(POSTGRESQL), parts(part -> part.nulls() == NullsOrder.FIRST)),
    NULLS_LAST_INDEX(EnumSet.of(POSTGRESQL), parts(part -> part.nulls() == NullsOrder.LAST)),
    INDEX_OF_A_PREFIX(EnumSet.of(MARIADB), parts(part -> part.prefix() != null)),
    COLLATED_INDEX(EnumSet.of(POSTGRESQL, SQLITE), parts(part -> part.collation() != null)),
    INDEX_OF_ANOTHER_METHOD(EnumSet.of(POSTGRESQL), indexes(index -> index.method() != null)),
    UNIQUE_INDEX(indexes(index -> index.unique() && index.where() == null)),
    UNIQUE_CONSTRAINT(tables(table ->
            table.uniques().stream().anyMatch(unique -> unique.columns().size() > 1))),
    DEFERRED_KEY(EnumSet.of(POSTGRESQL, SQLITE), keys(key -> key.deferrability() == Deferrability.INITIALLY_DEFERRED)),
    DEFERRABLE_KEY(
            EnumSet.of(POSTGRESQL, SQLITE), keys(key -> key.deferrability() == Deferrability.INITIALLY_IMMEDIATE)),
    EVERY_ACTION_OF_A_DELETE(schema -> actions(schema).containsAll(possible("delete ", schema))),
    EVERY_ACTION_OF_AN_UPDATE(schema -> actions(schema).containsAll(possible("update ", schema))),
    COMPOSITE_KEY(tables(
            table -> table.primaryKey() != null && table.primaryKey().columns().size() > 1)),
    COMPOSITE_REFERENCE(keys(key -> key.columns().size() > 1)),
    REFERENCE_TO_ITSELF(schema -> schema.tables().stream()
            .anyMatch(table -> table.foreignKeys().stream()
                    .anyMatch(key -> key.referredTable().equals(table.name())))),
    AWKWARD_CHECK(tables(table -> table.checks().stream()
            .anyMatch(check -> Stream.of("''", "%", ";", "--", "/*", "\\").allMatch(check.expression()::contains)))),
    AWKWARD_DEFAULT(defaults(value -> Stream.of("''", "%", ";", "--", "\"").allMatch(value::contains))),
    NEGATIVE_DEFAULT(defaults(value -> value.matches("\\W*-1\\.50\\D*"))),
    CLOCK_DEFAULT(defaults(value -> value.toLowerCase(Locale.ROOT).matches("(current_timestamp|now\\().*"))),
    EXPRESSION_DEFAULT(defaults(value -> value.contains("*") || value.contains("||"))),
    RESERVED_NAME(columns(column -> column.name().equals("order"))),
    MIXED_NAME(tables(table -> table.name().equals("Price List"))),
    LONGEST_NAME(columns(column -> column.name().length() == 63)),
    TABLE_OPTIONS(
            EnumSet.of(MARIADB, SQLITE),
            tables(table -> table.options().stream()
                    .anyMatch(option -> option.equals("engine=Aria") || option.equals("strict"))));

    private final Set<DatabaseKind> kinds;
    private final Predicate<Schema> isThere;

    WrittenTrait(Predicate<Schema> isThere) {
        this(EnumSet.allOf(DatabaseKind.class), isThere);
    }

    WrittenTrait(Set<DatabaseKind> kinds, Predicate<Schema> isThere) {
        this.kinds = kinds;
        this.isThere = isThere;
    }

    boolean isPossibleOn(DatabaseKind kind) {
        return kinds.contains(kind);
    }

    boolean isIn(List<Schema> schemas) {
        return schemas.stream().anyMatch(isThere);
    }

    private static Predicate<Schema> tables(Predicate<Table> test) {
        return schema -> schema.tables().stream().anyMatch(test);
    }

    private static Predicate<Schema> columns(Predicate<Column> test) {
        return tables(table -> table.columns().stream().anyMatch(test));
    }

    private static Predicate<Schema> defaults(Predicate<String> test) {
        return columns(column -> column.defaultValue() != null && test.test(column.defaultValue()));
    }

    private static Predicate<Schema> indexes(Predicate<Index> test) {
        return tables(table -> table.indexes().stream().anyMatch(test));
    }

    private static Predicate<Schema> parts(Predicate<IndexColumn> test) {
        return indexes(index -> index.columns().stream().anyMatch(test));
    }

    private static Predicate<Schema> keys(Predicate<ForeignKey> test) {
        return tables(table -> table.foreignKeys().stream().anyMatch(test));
    }

    private static Predicate<Schema> sequences(Predicate<Sequence> test) {
        return schema -> schema.sequences().stream().anyMatch(test);
    }

    private static boolean hasAll(Sequence sequence) {
        return sequence.start() != 1
                && sequence.increment() != 1
                && sequence.minimum() != null
                && sequence.maximum() != null
                && sequence.cycle()
                && sequence.cache() != null;
    }

    private static boolean hasEnum(Schema schema) {
        return !schema.enums().isEmpty()
                || columns(column -> column.type().startsWith("enum(")).test(schema);
    }

    private static List<String> actions(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .flatMap(key -> Stream.of("delete " + key.onDelete(), "update " + key.onUpdate()))
                .toList();
    }

    /** MariaDB has one for two of them, and none for a third. */
    private static List<String> possible(String when, Schema schema) {
        boolean isMariaDb = tables(table -> table.options().stream().anyMatch(option -> option.startsWith("engine=")))
                .test(schema);
        return Stream.of(ReferentialAction.values())
                .filter(action -> !isMariaDb
                        || !List.of(ReferentialAction.RESTRICT, ReferentialAction.SET_DEFAULT)
                                .contains(action))
                .map(action -> when + action)
                .toList();
    }
}
