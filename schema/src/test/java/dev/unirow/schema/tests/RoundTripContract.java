package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.schema.ColumnOperation;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.TableOperation;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.testing.EachDialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EachDialect
@Tag("slow")
class RoundTripContract extends SchemaFixture {
    private Schema wanted() {
        return Schemas.wanted(target(), Naming.standard(), Shop.MODELS, Map.of());
    }

    private Schema live(JdbcRunner database) {
        return Schemas.live(target().kind(), database).await().indefinitely();
    }

    private List<Operation> compare(JdbcRunner database, Schema wanted) {
        return Schemas.compare(target().kind(), database, live(database), wanted)
                .await()
                .indefinitely();
    }

    private JdbcRunner filled() {
        JdbcRunner database = connect();
        Schemas.createAll(target().kind(), wanted(), Set.of()).forEach(database::run);
        List.of(
                        "insert into \"user\" (id, secret_name, email, age, version) values (1, 'a', 'a@x', 30, 0)",
                        "insert into \"user\" (id, secret_name, email, age, manager_id, version) values (2, 'b', 'b@x', null, 1, 1)",
                        "insert into \"order\" (id, buyer_id, seller_id, number, \"limit\") values (1, 1, 2, 5, 4)",
                        "insert into \"order\" (id, buyer_id, seller_id, number, \"limit\") values (2, 2, 1, 6, 4)",
                        "insert into tag (\"select\", \"Mixed Case\") values ('red', 'Red')",
                        "insert into order_tag (order_id, tags_select) values (1, 'red')",
                        "insert into head (id) values (1)",
                        "insert into body (id, head_id) values (1, 1)",
                        "update head set body_id = 1",
                        "insert into assigned (id) values (1)")
                .forEach(database::run);
        return database;
    }

    @Test
    void whatCreateAllMadeDiffersInNothing() {
        try (JdbcRunner database = filled()) {
            assertThat(compare(database, wanted())).isEmpty();
            assertThat(Schemas.diff(target().kind(), live(database), wanted())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEvolutionRunsBothWaysAndKeepsTheRows(Evolution evolution) {
        try (JdbcRunner database = filled()) {
            Map<String, Object> rows = database.counts();
            Map<String, ?> contents = database.contents();
            Schema old = wanted();
            Schema changed = evolution.apply(old);

            List<Operation> operations = compare(database, changed);
            assertThat(operations).isNotEmpty();
            Schema before = live(database);
            database.migrate(Schemas.render(target().kind(), before, operations));
            assertThat(compare(database, changed)).isEmpty();
            assertThat(Schemas.diff(
                            target().kind(), Schemas.apply(target().kind(), before, operations), live(database)))
                    .isEmpty();
            database.counts().forEach((table, count) -> assertThat(count).isEqualTo(rows.getOrDefault(table, count)));

            List<Operation> back = Schemas.inverse(operations);
            database.migrate(Schemas.render(target().kind(), live(database), back));
            assertThat(compare(database, old)).isEmpty();
            rows.forEach((table, count) -> {
                if (changed.table(table).isPresent()) {
                    assertThat(database.counts()).containsEntry(table, count);
                }
            });
            if (operations.stream()
                    .noneMatch(operation -> operation instanceof ColumnOperation.DropColumn
                            || operation instanceof TableOperation.DropTable)) {
                assertThat(database.contents()).isEqualTo(contents);
            }
        }
    }

    @Test
    void renamesKeepRowsAndReferences() {
        try (JdbcRunner database = filled()) {
            List<Operation> renames = List.of(
                    new TableOperation.RenameTable("user", "person"),
                    new ColumnOperation.RenameColumn("person", "secret_name", "group"),
                    new ColumnOperation.RenameColumn("person", "age", "years"),
                    new ColumnOperation.RenameColumn("tag", "select", "label"));
            Schema before = live(database);

            database.migrate(Schemas.render(target().kind(), before, renames));

            Schema expected = Schemas.apply(target().kind(), before, renames);
            assertThat(compare(database, expected)).isEmpty();
            assertThat(expected.table("order").orElseThrow().foreignKeys())
                    .allMatch(key -> key.referredTable().equals("person"));
            assertThat(database.counts())
                    .containsEntry("person", database.counts().get("order"));

            database.migrate(Schemas.render(target().kind(), live(database), Schemas.inverse(renames)));
            assertThat(compare(database, wanted())).isEmpty();
        }
    }

    @Test
    void theProbeLeavesNothingInsideATransactionAndOutside() {
        try (JdbcRunner database = filled()) {
            Schema before = live(database);
            database.run("begin");
            database.run("insert into assigned (id) values (2)");
            assertThat(compare(database, wanted())).isEmpty();
            database.run("insert into assigned (id) values (3)");
            database.run("commit");
            assertThat(compare(database, wanted())).isEmpty();

            assertThat(database.counts().get("assigned")).hasToString("3");
            assertThat(live(database)).isEqualTo(before);
        }
    }
}
