package dev.unirow.sqlite.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeTextTest {
    @Test
    void readsEveryTimeThatIsWritten() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            LocalDateTime time = LocalDateTime.of(
                    random.nextInt(10_000),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28),
                    random.nextInt(24),
                    random.nextInt(60),
                    random.nextInt(60),
                    random.nextInt(1_000_000_000) / (int) Math.pow(10, i % 10) * (int) Math.pow(10, i % 10));
            assertThat(DateTimeText.parse(BoundValues.text(time))).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024-02-29",
                "2024-02-29 13:45",
                "2024-02-29T13:45:00",
                "2024-02-29 13:45:00.",
                "2024-02-29 13:45:00Z",
                "2024-02-29 13:45:00+01",
                "2024-02-29 13:45:00.1234567891",
                "2024-02-29 13:45:-1",
                "-024-02-29 13:45:00",
                "2024-02-29 13:4x:00",
                "٢٠٢٤-02-29 13:45:00"
            })
    void leavesOtherFormsToOthers(String text) {
        assertThat(DateTimeText.parse(text)).isNull();
    }

    @Test
    void refusesADayThatDoesNotExist() {
        assertThatThrownBy(() -> DateTimeText.parse("2023-02-29 13:45:00")).isInstanceOf(DateTimeException.class);
    }
}
