package dev.unirow.schema.tests;

import dev.unirow.schema.Check;
import dev.unirow.schema.Column;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.Index;
import dev.unirow.schema.IndexColumn;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Table;
import dev.unirow.schema.Unique;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A change of {@link Shop}'s schema. */
enum Evolution {
    ADD_COLUMN(change("user", table -> add(table, Column.of("nick", "varchar(20)", true)))),
    ADD_COLUMN_WITH_DEFAULT(change("user", table -> add(table, new Column("points", "integer", false, "7", false)))),
    ADD_COLUMN_WITH_CHANGING_DEFAULT(
            change("user", table -> add(table, new Column("seen", "timestamp", false, "current_timestamp", false)))),
    ADD_RESERVED_COLUMN(change("order", table -> add(table, Column.of("select", "integer", true)))),
    DROP_COLUMN(change("tag", table -> table.withColumns(without(table.columns(), "Mixed Case")))),
    WIDEN_TEXT(alter("user", "secret_name", column -> column.withType("varchar(80)"))),
    NUMBER_TO_TEXT(alter(
            "order",
            "number",
            column -> column.withType("varchar(30)"),
            "uq_order_buyer_id_number",
            "ck_order_limits")),
    NUMBER_WITH_DEFAULT_TO_TEXT(alter(
            "everything", "whole", column -> column.withType("varchar(30)").withDefault("'8'"))),
    TEXT_WITH_DEFAULT_TO_NUMBER(alter(
            "everything", "status", column -> column.withType("integer").withDefault("8"), "ck_everything_status")),
    KEY_AND_ITS_REFERENCES_TO_TEXT(schema -> Stream.<UnaryOperator<Schema>>of(
                    alter("assigned", "id", column -> column.withType("varchar(30)")),
                    alter("head", "body_id", column -> column.withType("varchar(30)")),
                    alter("body", "id", column -> column.withType("varchar(30)").withIdentity(false)))
            .reduce(schema, (result, change) -> change.apply(result), (a, b) -> b)),
    REQUIRE(alter("order", "limit", column -> column.withNullable(false))),
    ALLOW_NULL(alter("user", "email", column -> column.withNullable(true))),
    ADD_DEFAULT(alter("user", "age", column -> column.withDefault("18"))),
    CHANGE_DEFAULT(alter("everything", "status", column -> column.withDefault("'OLD'"))),
    DROP_DEFAULT(alter("everything", "instant", column -> column.withDefault(null))),
    ADD_UNIQUE(change(
            "user",
            table -> table.withUniques(
                    plus(table.uniques(), new Unique("uq_user_secret_name_age", List.of("secret_name", "age")))))),
    DROP_UNIQUE(change("user", table -> table.withUniques(List.of()))),
    ADD_INDEX(change(
            "user",
            table -> table.withIndexes(List.of(new Index(
                    "ix_user_age",
                    List.of(new IndexColumn("age", true), new IndexColumn("secret_name", false)),
                    true))))),
    DROP_INDEX(change("order", table -> table.withIndexes(List.of()))),
    CHANGE_INDEX(change(
            "order",
            table -> table.withIndexes(
                    List.of(new Index("ix_order_placed_number", List.of(new IndexColumn("placed", false)), false))))),
    ADD_FOREIGN_KEY(change(
            "order",
            table -> add(table, Column.of("tag", "varchar(20)", true))
                    .withForeignKeys(plus(
                            table.foreignKeys(),
                            new ForeignKey(
                                    "fk_order_tag_tag",
                                    List.of("tag"),
                                    "tag",
                                    List.of("select"),
                                    ReferentialAction.SET_NULL))))),
    DROP_FOREIGN_KEY(change("order", table -> table.withForeignKeys(List.of()))),
    CHANGE_ON_DELETE(change(
            "order",
            table -> table.withForeignKeys(table.foreignKeys().stream()
                    .map(key -> new ForeignKey(
                            key.name(),
                            key.columns(),
                            key.referredTable(),
                            key.referredColumns(),
                            ReferentialAction.NO_ACTION))
                    .toList()))),
    ADD_CHECK(change(
            "user",
            table -> table.withChecks(plus(
                    table.checks(), new Check("ck_user_email", "email <> '' and (age > 1 or version in (0, 1))"))))),
    DROP_CHECK(change("user", table -> table.withChecks(List.of()))),
    CHANGE_CHECK(change("user", table -> table.withChecks(List.of(new Check("ck_user_age", "age between 1 and 99"))))),
    ADD_TABLES(schema -> schema.with(table("zoo", "keeper_id", "user")).with(table("animal", "zoo_id", "zoo"))),
    ADD_CIRCLE(schema -> schema.with(table("left", "right_id", "right")).with(table("right", "left_id", "left"))),
    ADD_TABLE_THAT_NEEDS_A_NEW_KEY(schema -> {
        Schema keyed = change(
                        "user",
                        table -> table.withUniques(plus(table.uniques(), new Unique("uq_user_age", List.of("age")))))
                .apply(schema);
        return keyed.with(table("zoo", "age", "user")
                .withColumns(List.of(Column.of("id", "integer", false), Column.of("age", "integer", true)))
                .withForeignKeys(List.of(new ForeignKey(
                        "fk_zoo_age_user", List.of("age"), "user", List.of("age"), ReferentialAction.NO_ACTION))));
    }),
    DROP_TABLE(schema -> schema.without("everything")),
    DROP_CHANGED_REFERENCE(schema -> change("user", table -> table.withForeignKeys(List.of()))
            .apply(schema.without("order_tag").without("order"))),
    DROP_CIRCLE(schema -> schema.without("head").without("body")),
    DROP_PRIMARY_KEY(change("assigned", table -> table.withPrimaryKey(null))),
    CHANGE_PRIMARY_KEY(change(
            "order_tag",
            table -> table.withPrimaryKey(new PrimaryKey("pk_order_tag", List.of("tags_select", "order_id"))))),
    MUCH_AT_ONCE(schema -> Stream.of(
                    ADD_COLUMN,
                    ADD_COLUMN_WITH_DEFAULT,
                    DROP_COLUMN,
                    WIDEN_TEXT,
                    ALLOW_NULL,
                    ADD_INDEX,
                    CHANGE_CHECK,
                    DROP_UNIQUE,
                    ADD_FOREIGN_KEY,
                    ADD_TABLES,
                    DROP_CIRCLE)
            .reduce(schema, (result, evolution) -> evolution.apply(result), (a, b) -> b));

    private final UnaryOperator<Schema> change;

    Evolution(UnaryOperator<Schema> change) {
        this.change = change;
    }

    Schema apply(Schema schema) {
        return change.apply(schema);
    }

    private static UnaryOperator<Schema> change(String name, UnaryOperator<Table> change) {
        return schema -> schema.with(change.apply(schema.table(name).orElseThrow()));
    }

    /** A change of a column, for which the named constraints have to go. */
    private static UnaryOperator<Schema> alter(
            String name, String column, UnaryOperator<Column> change, String... constraints) {
        List<String> gone = List.of(constraints);
        return change(
                name,
                table -> table.withColumns(table.columns().stream()
                                .map(old -> old.name().equals(column) ? change.apply(old) : old)
                                .toList())
                        .withUniques(table.uniques().stream()
                                .filter(unique -> !gone.contains(unique.name()))
                                .toList())
                        .withChecks(table.checks().stream()
                                .filter(check -> !gone.contains(check.name()))
                                .toList()));
    }

    private static Table table(String name, String reference, String referred) {
        return Table.of(
                        name,
                        List.of(Column.of("id", "bigint", false), Column.of(reference, "bigint", true)),
                        new PrimaryKey("pk_" + name, List.of("id")))
                .withForeignKeys(List.of(new ForeignKey(
                        "fk_" + name + "_" + reference + "_" + referred,
                        List.of(reference),
                        referred,
                        List.of("id"),
                        ReferentialAction.NO_ACTION)));
    }

    private static Table add(Table table, Column column) {
        return table.withColumns(plus(table.columns(), column));
    }

    private static List<Column> without(List<Column> columns, String name) {
        return columns.stream().filter(column -> !column.name().equals(name)).toList();
    }

    private static <T> List<T> plus(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
