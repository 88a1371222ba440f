package dev.unirow.sqlite.tests;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Years whose moments are computed with each other: their differences fit into nanoseconds, and their sums into years.
 */
enum MomentBand {
    FIRST(List.of(1, 2, 4)),
    REFORM(List.of(1582)),
    CENTURY(List.of(1896, 1899, 1900, 1904)),
    MODERN(List.of(1969, 1970, 1999, 2000, 2023, 2024)),
    LAST(List.of(9996, 9998, 9999));

    private static final int MOMENTS = 14;
    private static final List<Integer> OFFSETS = List.of(0, 20_700, -19_800, 3_600, -43_200, 50_400);

    private final List<Integer> years;

    MomentBand(List<Integer> years) {
        this.years = years;
    }

    boolean isMiddle() {
        return this != FIRST && this != LAST;
    }

    /** Away from the ends of what SQLite knows. */
    String sign(Random random) {
        return this == FIRST || (isMiddle() && random.nextBoolean()) ? " + " : " - ";
    }

    List<Moment> moments(Random random) {
        return IntStream.range(0, MOMENTS).mapToObj(i -> moment(random, i)).toList();
    }

    private Moment moment(Random random, int index) {
        Moment moment = new Moment();
        moment.id = ordinal() * MOMENTS + index;
        moment.band = name();
        if (index == 0) {
            return moment;
        }
        boolean sparse = index == 1;
        moment.ts = dateTime(random);
        moment.ts2 = sparse ? null : dateTime(random);
        moment.d = date(random, this);
        moment.d2 = sparse ? null : date(random, this);
        moment.t = time(random).withNano(0);
        moment.t2 = sparse ? null : time(random).withNano(0);
        moment.at = dateTime(random).toInstant(ZoneOffset.UTC);
        moment.at2 = sparse ? null : dateTime(random).toInstant(ZoneOffset.UTC);
        moment.odt = utc(random).withOffsetSameInstant(offset(random));
        moment.kept = utc(random).withOffsetSameInstant(offset(random));
        moment.ot = OffsetTime.of(time(random).withNano(0), offset(random));
        moment.length = Duration.ofSeconds(random.nextInt(10_000_000), random.nextInt(1_000_000) * 1_000L);
        moment.n = random.nextInt(60) - 30;
        moment.x = (random.nextInt(40) - 20) / 4.0;
        moment.text = dateTime(random).toString();
        return moment;
    }

    /** So far from the ends that its offset does not leave them. */
    private OffsetDateTime utc(Random random) {
        LocalDateTime moment = dateTime(random);
        return (this == LAST ? moment.withMonth(1).minusDays(40) : moment.plusDays(2)).atOffset(ZoneOffset.UTC);
    }

    private static ZoneOffset offset(Random random) {
        return ZoneOffset.ofTotalSeconds(OFFSETS.get(random.nextInt(OFFSETS.size())));
    }

    private LocalDateTime dateTime(Random random) {
        return date(random, this).atTime(time(random));
    }

    /** Often the last or first day of a month. */
    static LocalDate date(Random random, MomentBand band) {
        YearMonth month = YearMonth.of(
                band.years.get(random.nextInt(band.years.size())), random.nextInt(4) == 0 ? 2 : random.nextInt(12) + 1);
        LocalDate date = switch (random.nextInt(4)) {
            case 0 -> month.atDay(1);
            case 1, 2 -> month.atEndOfMonth();
            default -> month.atDay(1 + random.nextInt(month.lengthOfMonth()));
        };
        return isLost(date) ? date.plusDays(10) : date;
    }

    /**
     * Whether the day fell out at Gregory's reform, so that java.sql.Timestamp, as Hibernate reads PostgreSQL's, lacks
     * it.
     */
    static boolean isLost(LocalDate date) {
        return date.getYear() == 1582
                && date.getMonthValue() == 10
                && date.getDayOfMonth() > 4
                && date.getDayOfMonth() < 15;
    }

    /** With one to nine digits of a fraction, of which a column of PostgreSQL holds six, or at the edge of a day. */
    private static LocalTime time(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> LocalTime.MIDNIGHT;
            case 1 -> LocalTime.of(23, 59, 59, 999_999_000);
            default -> {
                int digits = 1 + random.nextInt(9);
                String fraction =
                        String.format("%09d", random.nextInt(1_000_000_000)).substring(0, digits);
                yield LocalTime.parse("00:00:00." + fraction)
                        .plusSeconds(random.nextInt(86_400))
                        .truncatedTo(ChronoUnit.MICROS);
            }
        };
    }
}
