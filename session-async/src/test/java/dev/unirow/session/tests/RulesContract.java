package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.schema.Check;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.exception.CheckViolationException;
import dev.unirow.session.tests.models.Offer;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of Jakarta Validation that a table can keep are kept by the table itself, each by a check that is named
 * after its column.
 */
@EachDatabase
class RulesContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Offer.class};
    }

    private void insert(String column, String value) {
        String title = column.equals("title") ? "" : "title, ";
        String given = column.equals("title") ? "" : "'x', ";
        await(db.connect(connection ->
                connection.execute("insert into offer (" + title + column + ") values (" + given + value + ")")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "title, 'x', ''",
                "code, 'x', ''",
                "amount, 1, 0",
                "amount, 1000, 1001",
                "rebate, 0, -0.1",
                "debt, -1, 0",
                "shift, 0, 1",
                "price, 0.5, 0.49",
                "price, 99.99, 100",
                "weight, 0.001, 0",
                "shelf, 999, 1000",
                "shelf, -999, -1000",
                "stars, 1, 0",
                "stars, 5, 6",
                "parcel_height, 1, 0",
            })
    void theTableTakesWhatIsValidAndRefusesWhatIsNot(String column, String valid, String invalid) {
        insert(column, valid);

        CheckViolationException refused =
                catchThrowableOfType(CheckViolationException.class, () -> insert(column, invalid));

        assertThat(refused).as("%s of %s", invalid, column).isNotNull();
        assertThat(refused.constraint()).isEqualTo("ck_offer_" + column);
        assertThat(rows("select * from offer")).hasSize(1);
    }

    @Test
    void decimalsHaveNoMoreDigitsBeforeThePointThanTheirRuleLets() {
        insert("fee", "999.99");
        assertThat(catchThrowableOfType(RuntimeException.class, () -> insert("fee", "1000")))
                .isNotNull();
        assertThat(rows("select * from offer")).hasSize(1);
    }

    @Test
    void absentValuesAreNoBusinessOfTheChecks() {
        await(db.connect(connection -> connection.execute("insert into offer (title) values ('x')")));
        assertThat(rows("select * from offer")).hasSize(1);
    }

    @Test
    void patternsAndRulesOfOtherGroupsStayOutOfTheTable() {
        assertThat(db.metadata().table("offer").orElseThrow().checks())
                .extracting(Check::name)
                .doesNotContain("ck_offer_slug", "ck_offer_contact", "ck_offer_later");
    }

    @Test
    void whatWasCreatedIsWhatIsWanted() {
        Schema live = await(db.reflect());
        List<Operation> differences =
                await(db.connect(connection -> Schemas.compare(db.kind(), connection, live, db.metadata())));

        assertThat(differences).isEmpty();
    }
}
