package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.testing.EachDialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@EachDialect
class CreateAllContract extends SchemaFixture {
    private Schema wanted() {
        return Schemas.wanted(target(), Naming.standard(), Shop.MODELS, Map.of());
    }

    private static Set<String> names(Schema schema) {
        return schema.tables().stream().map(table -> table.name()).collect(Collectors.toSet());
    }

    private static String script(List<String> statements) {
        return statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }

    @Test
    void createAllWritesTheApprovedStatements() {
        Approved.check(
                "create-all." + target().kind().id() + ".sql",
                script(Schemas.createAll(target().kind(), wanted(), Set.of())));
    }

    @Test
    void dropAllWritesTheApprovedStatements() {
        Approved.check(
                "drop-all." + target().kind().id() + ".sql",
                script(Schemas.dropAll(target().kind(), wanted(), names(wanted()))));
    }

    @Test
    void jsonIsApprovedAndReadsBackAsTheSameSchema() {
        Approved.check("wanted." + target().kind().id() + ".json", wanted().toJson());
        assertThat(Schema.fromJson(wanted().toJson())).isEqualTo(wanted());
    }

    @Test
    void createAllAndDropAllRunAndLeaveNothing() {
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), wanted(), Set.of()).forEach(database::run);
            assertThat(database.tables()).containsExactlyInAnyOrderElementsOf(names(wanted()));
            fillTheCircle(database);

            database.run("begin");
            Schemas.dropAll(target().kind(), wanted(), names(wanted())).forEach(database::run);
            database.run("commit");
            assertThat(database.tables()).isEmpty();
        }
    }

    @Test
    void createAllMakesOnlyWhatIsMissing() {
        try (JdbcRunner database = connect()) {
            Schema half = Schema.of(List.of(
                    wanted().table("user").orElseThrow(),
                    wanted().table("head").orElseThrow().withForeignKeys(List.of())));
            Schemas.createAll(target().kind(), half, Set.of()).forEach(database::run);

            Schemas.createAll(target().kind(), wanted(), names(half)).forEach(database::run);

            assertThat(database.tables()).containsExactlyInAnyOrderElementsOf(names(wanted()));
            assertThat(Schemas.createAll(target().kind(), wanted(), names(wanted())))
                    .noneMatch(statement -> statement.startsWith("create table"));
        }
    }

    private static void fillTheCircle(JdbcRunner database) {
        database.run("insert into head (id) values (1)");
        database.run("insert into body (id, head_id) values (1, 1)");
        database.run("update head set body_id = 1");
        database.run("insert into \"user\" (id, secret_name, email, version) values (1, 'a', 'b', 0)");
        database.run("update \"user\" set manager_id = 1");
    }
}
