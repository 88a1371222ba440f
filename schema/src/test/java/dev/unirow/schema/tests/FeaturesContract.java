package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unirow.model.Naming;
import dev.unirow.schema.Column;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Table;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.testing.EachDialect;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a table can have comes from the models into the database, is seen there, and changes both ways. */
@EachDialect
class FeaturesContract extends SchemaFixture {
    private static final String ALL = "dev.unirow.schema.tests.Features#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void whatTheModelsAskForIsThereAndDiffersInNothing(Feature feature) {
        assumeTrue(feature.refusal(target().kind()).isEmpty(), "refused, which another test says");
        Schema wanted = wanted(feature);
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), wanted, Set.of()).forEach(database::run);

            Schema live = live(database);
            assertThat(compare(database, wanted)).isEmpty();
            assertThat(Schemas.diff(target().kind(), live, wanted)).isEmpty();
            assertThat(Schema.fromJson(wanted.toJson())).isEqualTo(wanted);
            assertThat(Schema.fromJson(live.toJson())).isEqualTo(live);
            if (feature.isKnownTo(target().kind())) {
                feature.check(target().kind(), live);
            }
            Set<String> names = live.tables().stream().map(Table::name).collect(Collectors.toSet());
            database.migrate(Schemas.dropAll(target().kind(), wanted, names));
            assertThat(live(database)).isEqualTo(Schema.empty());
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whatIsThereIsMadeAnewTheSame(Feature feature) {
        assumeTrue(feature.isKnownTo(target().kind()), "the database does not have it");
        Schema first;
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), wanted(feature), Set.of()).forEach(database::run);
            first = live(database);
        }
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), first, Set.of()).forEach(database::run);
            assertThat(compare(database, first)).isEmpty();
            feature.check(target().kind(), live(database));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aChangeOfItRunsBothWays(Feature feature) {
        assumeTrue(feature.isKnownTo(target().kind()), "the database does not have it");
        Schema wanted = wanted(feature);
        Schema changed = feature.change(target().kind(), wanted);
        assumeTrue(!changed.equals(wanted), "it has one form alone");
        try (JdbcRunner database = connect()) {
            Schemas.createAll(target().kind(), wanted, Set.of()).forEach(database::run);
            Schema before = live(database);

            List<Operation> operations = compare(database, changed);
            assertThat(operations).isNotEmpty();
            assertThat(Schemas.diff(target().kind(), before, changed)).isNotEmpty();
            database.migrate(Schemas.render(target().kind(), before, operations));
            Schema after = live(database);
            assertThat(sorted(after)).isNotEqualTo(sorted(before));
            assertThat(compare(database, changed)).isEmpty();
            assertThat(Schemas.diff(target().kind(), Schemas.apply(target().kind(), before, operations), after))
                    .isEmpty();

            database.migrate(Schemas.render(target().kind(), after, Schemas.inverse(operations)));
            assertThat(sorted(live(database))).isEqualTo(sorted(before));
            assertThat(compare(database, wanted)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whatTheDatabaseCannotDoIsRefused(Feature feature) {
        String message = feature.refusal(target().kind()).orElse(null);
        assumeTrue(message != null, "the database can do it");
        assertThatThrownBy(() -> wanted(feature))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining(message);
    }

    /** Columns that are made anew stand behind the others. */
    private static Schema sorted(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withColumns(table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList()))
                .toList());
    }

    private Schema wanted(Feature feature) {
        return Schemas.wanted(target(), Naming.standard(), feature.models(target().kind()), Map.of());
    }

    private Schema live(JdbcRunner database) {
        return Schemas.live(target().kind(), database).await().indefinitely();
    }

    private List<Operation> compare(JdbcRunner database, Schema wanted) {
        return Schemas.compare(target().kind(), database, live(database), wanted)
                .await()
                .indefinitely();
    }
}
