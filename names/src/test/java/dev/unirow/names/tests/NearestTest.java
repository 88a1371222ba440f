package dev.unirow.names.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.names.Nearest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("journal_mode", "busy_timeout", "foreign_keys", "name", "names");

    @ParameterizedTest
    @CsvSource({
        "journalmode, journal_mode",
        "JOURNAL-MODE, journal_mode",
        "jurnal_mode, journal_mode",
        "journal_mdoe, journal_mode",
        "nmae, name",
        "nam, name",
        "busy, busy_timeout",
        "foreign, foreign_keys"
    })
    void aSlipAndTheBeginningOfOneNameAreNear(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"synchronous", "bu", "x", "''"})
    void whatIsFarIsNearToNothing(String written) {
        assertThat(Nearest.to(written, KNOWN)).isNull();
    }

    @Test
    void theBeginningOfTwoNamesIsNearToNeither() {
        assertThat(Nearest.to("cache", List.of("cache_size_kib", "cache_spill_pages")))
                .isNull();
    }
}
