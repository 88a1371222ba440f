package dev.unirow.model.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Naming;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
    private final Naming naming = Naming.standard();

    @ParameterizedTest
    @CsvSource({
        "Pet, pet, pets",
        "ProductItem, product_item, product_items",
        "Category, category, categories",
        "Day, day, days",
        "Address, address, addresses",
        "Box, box, boxes",
        "Branch, branch, branches",
        "OrderStatus, order_status, order_statuses",
        "Analysis, analysis, analyses",
        "Basis, basis, bases",
        "Bus, bus, buses",
        "Alias, alias, aliases",
        "Hero, hero, heroes",
        "Photo, photo, photos",
        "SalesPerson, sales_person, sales_people",
        "Settings, settings, settings",
        "Notes, notes, notes",
        "Series, series, series",
        "HTMLPage, html_page, html_pages",
        "UserID, user_id, user_ids",
        "Md5Hash, md5_hash, md5_hashes",
        "A, a, as",
        "already_snake, already_snake, already_snakes",
        "Straße, straße, straßes",
    })
    void tablesAreSnakeCaseAndPluralOnRequest(String entity, String singular, String plural) {
        assertThat(naming.table(entity)).isEqualTo(singular);
        assertThat(naming.withPlural(true).table(entity)).isEqualTo(plural);
    }

    @ParameterizedTest
    @CsvSource({
        "name, name",
        "secretName, secret_name",
        "address2, address2",
        "x1Y2, x1_y2",
        "URL, url",
        "homeURLPath, home_url_path",
        "address.zipCode, address_zip_code",
        "isoTITLE, iso_title",
    })
    void columnsAreSnakeCase(String property, String column) {
        assertThat(naming.column(property)).isEqualTo(column);
    }

    @Test
    void constraintsFollowTheFiveRules() {
        assertThat(naming.primaryKey("pet")).isEqualTo("pk_pet");
        assertThat(naming.foreignKey("pet", List.of("user_id"), "user")).isEqualTo("fk_pet_user_id_user");
        assertThat(naming.unique("user", List.of("name"))).isEqualTo("uq_user_name");
        assertThat(naming.index("user", List.of("name"))).isEqualTo("ix_user_name");
        assertThat(naming.check("hero", "age")).isEqualTo("ck_hero_age");
    }

    @Test
    void constraintsOverSeveralColumnsNameThemAll() {
        assertThat(naming.unique("seat", List.of("row", "number"))).isEqualTo("uq_seat_row_number");
        assertThat(naming.foreignKey("seat", List.of("hall", "row"), "bench")).isEqualTo("fk_seat_hall_row_bench");
        assertThatThrownBy(() -> naming.index("seat", List.of()))
                .hasMessage("A constraint is named after its columns, and none was given.");
    }

    @Test
    void aNameAtTheLimitStaysAndALongerOneEndsInAHashOfTheWhole() {
        String atLimit = "x".repeat(63);
        assertThat(naming.fit(atLimit)).isEqualTo(atLimit);
        String first = naming.fit(atLimit + "a");
        String second = naming.fit(atLimit + "b");
        assertThat(first)
                .hasSize(63)
                .startsWith("x".repeat(54) + "_")
                .isNotEqualTo(second)
                .isEqualTo(naming.fit(atLimit + "a"));
        assertThat(naming.withLimit(20).foreignKey("subscription", List.of("organization_id"), "organization"))
                .isEqualTo("fk_subscrip_ccf02988");
    }

    @Test
    void theLimitCountsBytesAndNeverSplitsACharacter() {
        for (String letter : List.of("ä", "語", "😀")) {
            for (int pad = 0; pad < 4; pad++) {
                String cut = naming.fit("p".repeat(pad) + letter.repeat(40));
                assertThat(cut.getBytes(UTF_8).length).isBetween(60, 63);
                assertThat(cut).doesNotContain("\uFFFD").matches("p*(" + letter + ")+_[0-9a-f]{8}");
            }
        }
    }

    @Test
    void tableAndColumnNamesAreCutToo() {
        assertThat(naming.withLimit(16).table("AnnualFinancialStatement"))
                .hasSize(16)
                .startsWith("annual_");
        assertThat(naming.withLimit(16).column("annualFinancialStatement")).hasSize(16);
    }

    @Test
    void aLimitWithoutRoomIsRefused() {
        assertThatThrownBy(() -> naming.withLimit(8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A limit of 8 bytes leaves no room for names: 16 is the least that is accepted.");
    }
}
