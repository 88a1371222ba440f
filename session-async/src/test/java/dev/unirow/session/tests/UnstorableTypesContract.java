package dev.unirow.session.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Unstorable;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a database cannot hold is refused before anything is sent to it, in the same words with and without one. */
@EachDatabase
class UnstorableTypesContract {
    DatabaseTarget target;

    private String refusal(Unstorable attribute) {
        return "A type of the models does not exist on " + kind().id()
                + ". Map the attribute to another one, by @JdbcTypeCode or a converter: '"
                + attribute.model().getName() + ".held', as ";
    }

    private DatabaseKind kind() {
        return target.isServer() ? DatabaseKind.valueOf(target.kind().name()) : DatabaseKind.SQLITE;
    }

    private boolean isRefused(Unstorable attribute) {
        return attribute.isRefusedOn(kind());
    }

    @ParameterizedTest
    @EnumSource
    void theAttributeIsNamedWhenTheDatabaseIsOpened(Unstorable attribute) {
        assumeTrue(isRefused(attribute), "the database can hold it");

        assertThatThrownBy(() -> Database.open(target.newDatabaseUrl(), attribute.model())
                        .metadata())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The models cannot be mapped: " + refusal(attribute));
    }

    @ParameterizedTest
    @EnumSource
    void theSameIsRefusedWithoutADatabase(Unstorable attribute) {
        assumeTrue(isRefused(attribute), "the database can hold it");

        assertThatThrownBy(() -> Schemas.wanted(
                        Target.parse(kind().id()), Naming.standard(), List.of(attribute.model()), Map.of()))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith(refusal(attribute));
    }

    @ParameterizedTest
    @EnumSource
    void othersAreOpenedThere(Unstorable attribute) {
        assumeTrue(!isRefused(attribute), "it is refused, as the other tests show");

        try (Database db = Database.open(target.newDatabaseUrl(), attribute.model())) {
            assertThat(db.metadata().tables()).hasSize(1);
        }
    }
}
