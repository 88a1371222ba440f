package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Naming;
import dev.unirow.schema.Column;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.ConstraintOperation;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.ForeignKey;
import dev.unirow.schema.KeySource;
import dev.unirow.schema.Operation;
import dev.unirow.schema.PrimaryKey;
import dev.unirow.schema.ReferentialAction;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.SchemaOperation;
import dev.unirow.schema.Sequence;
import dev.unirow.schema.Table;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.Target;
import dev.unirow.schema.Unique;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.schema.internal.sql.BatchMark;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class DiffTest {
    private static Schema wanted(DatabaseKind kind) {
        return Schemas.wanted(Target.parse(kind.id()), Naming.standard(), Shop.MODELS, Map.of());
    }

    private static Schema columns(Column... columns) {
        return Schema.of(List.of(Table.of("t", List.of(columns), null)));
    }

    private static List<Operation> diffOfTypes(DatabaseKind kind, String from, String to) {
        return Schemas.diff(kind, columns(Column.of("c", from, true)), columns(Column.of("c", to, true)));
    }

    @ParameterizedTest
    @EnumSource
    void operationsLeadToTheOtherSchemaAndTheirInverseBack(Evolution evolution) {
        for (DatabaseKind kind : DatabaseKind.values()) {
            Schema old = wanted(kind);
            Schema changed = evolution.apply(old);
            List<Operation> operations = Schemas.diff(kind, old, changed);

            assertThat(Schemas.diff(kind, Schemas.apply(kind, old, operations), changed))
                    .isEmpty();
            assertThat(Schemas.diff(kind, Schemas.apply(kind, changed, Schemas.inverse(operations)), old))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyEvolutionIsRenderedAsApproved(DatabaseKind kind) {
        StringBuilder text = new StringBuilder();
        for (Evolution evolution : Evolution.values()) {
            Schema old = wanted(kind);
            List<Operation> operations = Schemas.diff(kind, old, evolution.apply(old));
            text.append("-- ").append(evolution).append('\n');
            for (Operation operation : operations) {
                text.append("--   ").append(operation.description());
                text.append(operation.destructive() ? " (destructive)\n" : "\n");
            }
            text.append(Schemas.render(kind, old, operations).stream()
                    .map(statement -> statement + ";\n")
                    .collect(Collectors.joining()));
            text.append('\n');
        }
        Approved.check("evolutions." + kind.id() + ".sql", text.toString());
    }

    private static Schema uniques(Unique... uniques) {
        List<Column> columns = Stream.of(uniques)
                .map(unique -> Column.of(unique.columns().get(0), "integer", true))
                .toList();
        return Schema.of(List.of(Table.of("t", columns, null).withUniques(List.of(uniques))));
    }

    private static Unique unique(String name, String column) {
        return new Unique(name, List.of(column));
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatAnotherConstraintLeavesIsTakenAfterwards(DatabaseKind kind) {
        Schema before = uniques(unique("uq_t_a", "a"), unique("uq_t_b", "b"), unique("by_hand", "d"));
        Schema wanted = uniques(unique("uq_t_b", "b"), unique("uq_t_c", "c"), unique("uq_t_e", "e"));
        List<Operation> operations = Schemas.renames(
                kind,
                before,
                List.of(
                        new ColumnOperation.RenameColumn("t", "b", "c"),
                        new ColumnOperation.RenameColumn("t", "a", "b"),
                        new ColumnOperation.RenameColumn("t", "d", "e")),
                wanted);

        Schema after = Schemas.apply(kind, before, operations);

        assertThat(after.table("t").orElseThrow().uniques())
                .containsExactlyInAnyOrder(unique("uq_t_b", "b"), unique("uq_t_c", "c"), unique("by_hand", "e"));
        assertThat(Schemas.apply(kind, after, Schemas.inverse(operations))
                        .table("t")
                        .orElseThrow()
                        .uniques())
                .containsExactlyInAnyOrderElementsOf(
                        before.table("t").orElseThrow().uniques());
    }

    @Test
    void aTableMovesIntoAnotherSchemaByTheNameThatIsFree() {
        Schema from = Schema.of(List.of(
                Table.of("a.x", List.of(), null),
                Table.of("b.z", List.of(), null),
                Table.of("a.100%'s", List.of(), null)));

        assertThat(moved(DatabaseKind.POSTGRESQL, from, "a.x", "b.y"))
                .containsExactly("alter table a.x set schema b", "alter table b.x rename to y");
        assertThat(moved(DatabaseKind.POSTGRESQL, from, "b.z", "a.z")).containsExactly("alter table b.z set schema a");
        assertThat(moved(DatabaseKind.POSTGRESQL, from.with(Table.of("b.x", List.of(), null)), "a.x", "b.y"))
                .containsExactly("alter table a.x rename to y", "alter table a.y set schema b");
        assertThat(moved(DatabaseKind.POSTGRESQL, from, "a.100%'s", "y"))
                .containsExactly(
                        "do $$ begin\n    execute format('alter table a.\"100%%''s\" set schema %I',"
                                + " current_schema());\nend $$",
                        "alter table \"100%'s\" rename to y");
        assertThat(moved(DatabaseKind.POSTGRESQL, from, "y", "c.y"))
                .containsExactly("create schema if not exists c", "alter table y set schema c");
        assertThat(moved(DatabaseKind.MARIADB, from, "a.x", "b.y")).containsExactly("alter table a.x rename to b.y");
    }

    @ParameterizedTest
    @EnumSource
    void theRowThatCountsKeysIsNamedByATextThatIsEscaped(DatabaseKind kind) {
        Schema from = Schema.of(List.of(Table.of("numbers", List.of(), null)));
        Operation rename = new SchemaOperation.RenameCounter("numbers", "key", "pet", "a\\'s");

        assertThat(Schemas.render(kind, from, List.of(rename)))
                .containsExactly(
                        kind == DatabaseKind.MARIADB
                                ? "update numbers set `key` = 'a\\\\''s' where `key` = 'pet'"
                                : "update numbers set \"key\" = 'a\\''s' where \"key\" = 'pet'");
    }

    @Test
    void tablesOfAnotherSchemaThatSwapTheirNamesStayInIt() {
        Schema from = Schema.of(List.of(Table.of("a.x", List.of(), null), Table.of("a.y", List.of(), null)));
        List<Operation> swap =
                List.of(new TableOperation.RenameTable("a.x", "a.y"), new TableOperation.RenameTable("a.y", "a.x"));

        assertThat(Schemas.render(
                        DatabaseKind.POSTGRESQL,
                        from,
                        Schemas.renames(DatabaseKind.POSTGRESQL, from, swap, Schema.empty())))
                .containsExactly(
                        "alter table a.x rename to _unirow_x",
                        "alter table a.y rename to x",
                        "alter table a._unirow_x rename to y");
    }

    private static List<String> moved(DatabaseKind kind, Schema from, String name, String newName) {
        return Schemas.render(
                kind,
                from,
                Schemas.renames(kind, from, List.of(new TableOperation.RenameTable(name, newName)), Schema.empty()));
    }

    @Test
    void sqliteHasNoSchemasToMoveATableInto() {
        Schema from = Schema.of(List.of(Table.of("x", List.of(), null)));

        assertThatThrownBy(() -> moved(DatabaseKind.SQLITE, from, "x", "b.y"))
                .isInstanceOf(SchemaException.class)
                .hasMessage("On SQLite, which has no schemas, 'x' cannot be renamed to 'b.y': write the names of tables"
                        + " without one.");
    }

    @Test
    void aTableOfSqliteThatCannotBeBuiltAnewKeepsTheNamesOfItsConstraints() {
        Schema before = uniques(unique("uq_t_a", "a"));
        Schema triggered = before.with(before.table("t").orElseThrow().withExtras(List.of("trigger 'log'")));
        List<Operation> renames = List.of(new ColumnOperation.RenameColumn("t", "a", "b"));
        Schema wanted = uniques(unique("uq_t_b", "b"));

        assertThat(Schemas.renames(DatabaseKind.SQLITE, before, renames, wanted))
                .hasSize(2);
        List<Operation> operations = Schemas.renames(DatabaseKind.SQLITE, triggered, renames, wanted);
        assertThat(operations).isEqualTo(renames);
        assertThat(Schemas.render(DatabaseKind.SQLITE, triggered, operations))
                .containsExactly("alter table t rename column a to b");
        assertThat(Schemas.diff(DatabaseKind.SQLITE, Schemas.apply(DatabaseKind.SQLITE, triggered, operations), wanted))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void columnsThatChangePlacesLeaveTheNamesOfTheirConstraints(DatabaseKind kind) {
        Schema before = uniques(unique("uq_t_a", "a"), unique("uq_t_b", "b"));
        List<Operation> renames = List.of(
                new ColumnOperation.RenameColumn("t", "a", "x"),
                new ColumnOperation.RenameColumn("t", "b", "a"),
                new ColumnOperation.RenameColumn("t", "x", "b"));

        assertThat(Schemas.renames(kind, before, renames, before)).isEqualTo(renames);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POSTGRESQL | int8 | bigint",
                "POSTGRESQL | VARCHAR(20) | character varying(20)",
                "POSTGRESQL | varchar | character varying(255)",
                "POSTGRESQL | float(53) | double precision",
                "POSTGRESQL | float(24) | real",
                "POSTGRESQL | timestamp(6) with time zone | timestamptz",
                "POSTGRESQL | time(0) | time(0) without time zone",
                "POSTGRESQL | decimal(10) | numeric(10,0)",
                "POSTGRESQL | varchar(5)[] | character varying(5)[]",
                "SQLITE | BIGINT | integer",
                "SQLITE | VARCHAR | varchar(255)",
                "SQLITE | TEXT | varchar",
                "SQLITE | DATETIME | timestamp",
                "SQLITE | float(53) | double precision",
            })
    void synonymsAreNoDifference(DatabaseKind kind, String one, String other) {
        assertThat(diffOfTypes(kind, one, other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POSTGRESQL | integer | bigint | false",
                "POSTGRESQL | bigint | integer | true",
                "POSTGRESQL | varchar(20) | varchar(30) | false",
                "POSTGRESQL | varchar(30) | varchar(20) | true",
                "POSTGRESQL | varchar(30) | text | false",
                "POSTGRESQL | text | varchar(30) | true",
                "POSTGRESQL | numeric(10,2) | numeric(12,4) | false",
                "POSTGRESQL | numeric(10,2) | numeric(10,4) | true",
                "POSTGRESQL | timestamp | timestamp with time zone | true",
                "SQLITE | varchar(20) | varchar(30) | false",
                "SQLITE | boolean | date | true",
                "POSTGRESQL | date | timestamp(6) | false",
                "POSTGRESQL | date | timestamp(6) with time zone | false",
                "POSTGRESQL | timestamp(6) | date | true",
                "MARIADB | date | datetime(6) | false",
                "MARIADB | datetime(6) | date | true",
                "SQLITE | date | timestamp | false",
                "SQLITE | timestamp | date | true",
                "POSTGRESQL | integer | numeric(12,2) | false",
                "POSTGRESQL | integer | numeric(11,2) | true",
                "POSTGRESQL | bigint | numeric(38,2) | false",
                "POSTGRESQL | numeric(12,2) | integer | true",
                "MARIADB | int | decimal(12,2) | false",
                "MARIADB | bigint | decimal(18,0) | true",
                "SQLITE | integer | numeric(19,0) | false",
                "SQLITE | integer | numeric(18,0) | true",
                "MARIADB | varchar(10) | mediumtext | false",
                "MARIADB | varchar(63) | tinytext | false",
                "MARIADB | varchar(64) | tinytext | true",
                "MARIADB | mediumtext | varchar(10) | true",
                "MARIADB | text | mediumtext | false",
                "MARIADB | mediumtext | text | true",
                "POSTGRESQL | varchar(255) | uuid | false",
                "POSTGRESQL | uuid | varchar(36) | false",
                "POSTGRESQL | uuid | varchar(35) | true",
                "MARIADB | varchar(255) | uuid | false",
                "SQLITE | varchar(255) | char(36) | false",
            })
    void aTypeIsLossyWhenSomeValueWouldNotFit(DatabaseKind kind, String from, String to, boolean lossy) {
        assertThat(diffOfTypes(kind, from, to))
                .singleElement()
                .satisfies(operation -> assertThat(operation.destructive()).isEqualTo(lossy));
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, time(0) without time zone, time(6), true",
        "POSTGRESQL, time without time zone, time(6), false",
        "POSTGRESQL, time(0) with time zone, time(6) with time zone, true",
        "MARIADB, time, time(6), true",
        "MARIADB, time, time(0), false",
        "MARIADB, time(6), time(6), false",
        "SQLITE, time(0), time(6), false",
        "SQLITE, time, time(6), false"
    })
    void timesOfMoreDigitsAreAnotherTypeButOnSqlite(DatabaseKind kind, String from, String to, boolean differs) {
        List<Operation> operations = diffOfTypes(kind, from, to);

        assertThat(operations).hasSize(differs ? 1 : 0).noneMatch(Operation::destructive);
    }

    @Test
    void descriptionsSayWhatAlembicSays() {
        Schema old = columns(Column.of("a", "integer", true), Column.of("b", "integer", true));
        Schema now = columns(new Column("a", "varchar(5)", false, "'x'", false), Column.of("c", "integer", true))
                .with(Table.of("u", List.of(Column.of("id", "integer", false)), new PrimaryKey("pk_u", List.of("id"))));

        assertThat(Schemas.diff(DatabaseKind.POSTGRESQL, old, now))
                .extracting(Operation::description)
                .containsExactly(
                        "Detected added table 'u'",
                        "Detected added column 't.c'",
                        "Detected type change from integer to varchar(5) on 't.a'",
                        "Detected server default on column 't.a'",
                        "Detected NOT NULL on column 't.a'",
                        "Detected removed column 't.b'");
    }

    @Test
    void aForeignKeyIsDescribedWithItsName() {
        ForeignKey key = new ForeignKey("fk_t_a_u", List.of("a"), "u", List.of("id"), ReferentialAction.NO_ACTION);
        Operation added = new ConstraintOperation.AddConstraint("t", key);

        assertThat(added.description()).isEqualTo("Detected added foreign key fk_t_a_u (a)(id) on table 't'");
        assertThat(added.inverse().description())
                .isEqualTo("Detected removed foreign key fk_t_a_u (a)(id) on table 't'");
    }

    @Test
    void aRequiredColumnIsAddedInStatementsThatFailWithRows() {
        Schema old = columns(Column.of("a", "integer", true));
        Schema now = columns(Column.of("a", "integer", true), Column.of("b", "date", false));

        assertThat(rendered(DatabaseKind.MARIADB, old, now))
                .containsExactly(
                        "alter table t add column b date null check (b is not null), algorithm = copy",
                        "alter table t modify column b date not null");
        assertThat(rendered(DatabaseKind.POSTGRESQL, old, now))
                .containsExactly("alter table t add column b date not null");
        assertThat(rendered(DatabaseKind.SQLITE, old, now)).contains("insert into _unirow_batch_t (a) select a from t");
    }

    private static List<String> rendered(DatabaseKind kind, Schema from, Schema to) {
        return Schemas.render(kind, from, Schemas.diff(kind, from, to));
    }

    @Test
    void aSequenceForKeysThatAreThereGoesOnBehindThem() {
        Table pet = Table.of("pet", List.of(Column.of("id", "bigint", false)), new PrimaryKey("pk_pet", List.of("id")));
        Schema old = Schema.of(List.of(pet));
        List<KeySource.Key> keys = List.of(new KeySource.Key("pet", "id"));
        Schema now = new Schema(List.of(pet), List.of(new Sequence("pet_seq", 1, 50)), List.of())
                .withKeySources(List.of(new KeySource("pet_seq", null, 1, 50, keys)));
        Table counter = Table.of("pet_seq", List.of(Column.of("next_val", "bigint", true)), null);
        Schema counted = Schema.of(List.of(pet, counter))
                .withKeySources(
                        List.of(new KeySource("pet_seq", new KeySource.Counter("next_val", null, null), 1, 50, keys)));

        assertThat(rendered(DatabaseKind.POSTGRESQL, old, now))
                .containsExactly(
                        "create sequence pet_seq start with 1 increment by 50",
                        "select setval('pet_seq', greatest(nextval('pet_seq'),"
                                + " coalesce((select cast(max(id) as bigint) + 50 from pet where id >= 1), 1)), false)");
        assertThat(rendered(DatabaseKind.MARIADB, old, now))
                .containsExactly(
                        "create sequence pet_seq start with 1 increment by 50",
                        "insert into pet_seq select greatest(next_not_cached_value,"
                                + " coalesce((select max(id) + 50 from pet where id >= 1), 1)), minimum_value,"
                                + " maximum_value, start_value, increment, cache_size, cycle_option, cycle_count"
                                + " from pet_seq");
        assertThat(rendered(DatabaseKind.SQLITE, old, counted))
                .containsExactly(
                        "create table pet_seq (\n    next_val bigint\n)",
                        "insert into pet_seq (next_val) select 1 where not exists (select 1 from pet_seq)",
                        "update pet_seq set next_val = max(next_val,"
                                + " coalesce((select max(id) + 50 from pet where id >= 1), 1))");
        assertThat(rendered(DatabaseKind.POSTGRESQL, Schema.empty(), now))
                .noneMatch(statement -> statement.contains("setval"));
        assertThat(Schema.fromJson(now.toJson())).isEqualTo(now);
        List<Operation> operations = Schemas.diff(DatabaseKind.POSTGRESQL, old, now);
        assertThat(Schemas.render(DatabaseKind.POSTGRESQL, now, Schemas.inverse(operations)))
                .containsExactly("drop sequence pet_seq");
        assertThat(Schemas.inverse(Schemas.inverse(operations))).isEqualTo(operations);
    }

    @Test
    void anOperationOnATableThatIsNotThereIsRefused() {
        Operation add = new ColumnOperation.AddColumn("nowhere", Column.of("c", "integer", true));

        assertThatThrownBy(() -> Schemas.render(DatabaseKind.SQLITE, Schema.empty(), List.of(add)))
                .isInstanceOf(SchemaException.class)
                .hasMessage("There is no table 'nowhere' for: Detected added column 'nowhere.c'. The operations do not"
                        + " start from this schema.");
    }

    @Test
    void aTableOfWhichNoColumnStaysIsRefusedOnSqlite() {
        List<Operation> operations = Schemas.diff(
                DatabaseKind.SQLITE,
                columns(Column.of("a", "integer", true)),
                columns(Column.of("b", "integer", true)));

        assertThatThrownBy(
                        () -> Schemas.render(DatabaseKind.SQLITE, columns(Column.of("a", "integer", true)), operations))
                .isInstanceOf(SchemaException.class)
                .hasMessage("No column of table 't' stays, so that its rows cannot be copied. Drop the table and make a"
                        + " new one instead.");
    }

    @Test
    void jsonThatIsNoSchemaIsAnError() {
        assertThatThrownBy(() -> Schema.fromJson("{\"tabels\": []}"))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("The text is not a schema's JSON: Unrecognized field \"tabels\"");
    }

    @Test
    void theMarkOfABatchReadsBack() {
        BatchMark mark = new BatchMark("order", List.of("id", "Mixed Case", "a\"b", "limit"));

        assertThat(mark.line()).isEqualTo("-- batch \"order\" (id, \"Mixed Case\", \"a\"\"b\", \"limit\")");
        assertThat(BatchMark.find(mark.line() + "\ncreate table x (y)")).contains(mark);
        assertThat(BatchMark.find("create table x (y)")).isEmpty();
    }
}
