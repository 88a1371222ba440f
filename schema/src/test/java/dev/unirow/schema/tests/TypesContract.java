package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unirow.model.Naming;
import dev.unirow.schema.Column;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.testing.EachDialect;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type and structure that Hibernate maps makes tables in which nothing is found to differ. */
@EachDialect
class TypesContract extends SchemaFixture {
    @ParameterizedTest
    @EnumSource
    void whatWasCreatedDiffersInNothing(MappedTypes types) {
        assumeTrue(types.isMappedOn(target().kind()), "refused, which another test says");
        Schema wanted = wanted(types);
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), wanted, Set.of()).forEach(database::run);

            Schema live = live(database);
            assertThat(live.tables())
                    .flatExtracting(TypesContract::columns)
                    .containsExactlyElementsOf(wanted.tables().stream()
                            .flatMap(table -> columns(table).stream())
                            .toList());
            assertThat(Schemas.compare(target().kind(), database, live, wanted)
                            .await()
                            .indefinitely())
                    .isEmpty();
            assertThat(Schemas.diff(target().kind(), live, wanted)).isEmpty();
            assertThat(Schemas.diff(target().kind(), wanted, live)).isEmpty();
            Set<String> names = live.tables().stream().map(Table::name).collect(Collectors.toSet());
            database.migrate(Schemas.dropAll(target().kind(), wanted, names));
            assertThat(live(database)).isEqualTo(Schema.empty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasReadIsMadeAnewTheSame(MappedTypes types) {
        assumeTrue(types.isMappedOn(target().kind()), "refused, which another test says");
        Schema first;
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), wanted(types), Set.of()).forEach(database::run);
            first = live(database);
        }
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), first, Set.of()).forEach(database::run);
            Schema second = live(database);
            assertThat(Schemas.compare(target().kind(), database, second, first)
                            .await()
                            .indefinitely())
                    .isEmpty();
            assertThat(second.tables())
                    .extracting(Table::columns)
                    .containsExactlyElementsOf(
                            first.tables().stream().map(Table::columns).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheDatabaseCannotHoldIsRefused(MappedTypes types) {
        assumeTrue(!types.isMappedOn(target().kind()), "the database can hold it");
        assertThatThrownBy(() -> wanted(types))
                .isInstanceOf(SchemaException.class)
                .message()
                .containsAnyOf("Map the attribute to another one, by @JdbcTypeCode", "map a plain column, or JSON");
    }

    private static java.util.List<String> columns(Table table) {
        return table.columns().stream()
                .map(Column::name)
                .map(name -> table.name() + "." + name)
                .toList();
    }

    private Schema wanted(MappedTypes types) {
        return Schemas.wanted(target(), Naming.standard(), types.models(), Map.of());
    }

    private Schema live(JdbcRunner database) {
        return Schemas.live(target().kind(), database).await().indefinitely();
    }
}
