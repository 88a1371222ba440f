package dev.unirow.session.tests.types;

import dev.unirow.testing.DatabaseKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Values that are tried in many types. */
final class Samples {
    static final String LONG = "Ünï 😀 \n".repeat(12_000);
    static final String AWKWARD = " Ünï¢ 😀 'q' \"d\" 100% _\\ \u0001\uFEFF\n\t é e\u0301 ";
    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    static final LocalDate GAP = LocalDate.of(1582, 10, 10);
    static final LocalTime LAST_MICRO = LocalTime.of(23, 59, 59, 999_999_000);
    static final LocalDateTime NANOS = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_999);
    static final LocalDateTime FIRST = FIRST_DAY.atStartOfDay();
    static final LocalDateTime LAST = LAST_DAY.atTime(LAST_MICRO);
    static final UUID SOME = UUID.fromString("01175cde-c18f-4a13-a492-21bd9e1cb01b");
    static final UUID NONE = new UUID(0, 0);
    static final UUID FULL = new UUID(-1, -1);
    static final BigDecimal WIDE = new BigDecimal("9999999999999.99");
    static final BigInteger ENDLESS = BigInteger.TEN.pow(15).subtract(BigInteger.ONE);
    static final DatabaseKind[] SQLITE = {DatabaseKind.SQLITE_FILE, DatabaseKind.SQLITE_MEMORY};
    static final String FIFTEEN = "more than 15 digits";
    static final String NUL = "NUL";

    private Samples() {}

    static Instant utc(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
