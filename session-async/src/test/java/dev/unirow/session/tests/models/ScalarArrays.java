package dev.unirow.session.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An array, a list and a set of each kind of scalar, in columns of their own. */
@Entity
public class ScalarArrays {
    public enum Mood {
        HAPPY,
        SAD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Boolean[] booleanArray;
    public List<Boolean> booleanList;
    public Set<Boolean> booleanSet;
    public boolean[] booleans;
    public Short[] shortArray;
    public List<Short> shortList;
    public Set<Short> shortSet;
    public short[] shorts;
    public Integer[] integerArray;
    public List<Integer> integerList;
    public Set<Integer> integerSet;
    public int[] ints;
    public Long[] longArray;
    public List<Long> longList;
    public Set<Long> longSet;
    public long[] longs;
    public Float[] floatArray;
    public List<Float> floatList;
    public Set<Float> floatSet;
    public float[] floats;
    public Double[] doubleArray;
    public List<Double> doubleList;
    public Set<Double> doubleSet;
    public double[] doubles;
    public BigDecimal[] bigDecimalArray;
    public List<BigDecimal> bigDecimalList;
    public Set<BigDecimal> bigDecimalSet;
    public String[] stringArray;
    public List<String> stringList;
    public Set<String> stringSet;
    public UUID[] uuidArray;
    public List<UUID> uuidList;
    public Set<UUID> uuidSet;
    public LocalDate[] localDateArray;
    public List<LocalDate> localDateList;
    public Set<LocalDate> localDateSet;
    public LocalTime[] localTimeArray;
    public List<LocalTime> localTimeList;
    public Set<LocalTime> localTimeSet;
    public LocalDateTime[] localDateTimeArray;
    public List<LocalDateTime> localDateTimeList;
    public Set<LocalDateTime> localDateTimeSet;
    public Instant[] instantArray;
    public List<Instant> instantList;
    public Set<Instant> instantSet;
    public OffsetDateTime[] offsetDateTimeArray;
    public List<OffsetDateTime> offsetDateTimeList;
    public Set<OffsetDateTime> offsetDateTimeSet;
    public ZonedDateTime[] zonedDateTimeArray;
    public List<ZonedDateTime> zonedDateTimeList;
    public Set<ZonedDateTime> zonedDateTimeSet;
    public OffsetTime[] offsetTimeArray;
    public List<OffsetTime> offsetTimeList;
    public Set<OffsetTime> offsetTimeSet;
    public Mood[] moodArray;
    public List<Mood> moodList;
    public Set<Mood> moodSet;
    public Duration[] durationArray;
    public List<Duration> durationList;
    public Set<Duration> durationSet;
    public Year[] yearArray;
    public List<Year> yearList;
    public Set<Year> yearSet;

    public static ScalarArrays filled() {
        ScalarArrays filled = new ScalarArrays();
        filled.booleanArray = new Boolean[] {true, false};
        filled.booleanList = List.of(false, true);
        filled.booleanSet = Set.of(true, false);
        filled.booleans = new boolean[] {true, false};
        filled.shortArray = new Short[] {(short) -3, (short) 4};
        filled.shortList = List.of((short) 4, (short) -3);
        filled.shortSet = Set.of((short) -3, (short) 4);
        filled.shorts = new short[] {(short) -3, (short) 4};
        filled.integerArray = new Integer[] {-3, Integer.MAX_VALUE};
        filled.integerList = List.of(Integer.MAX_VALUE, -3);
        filled.integerSet = Set.of(-3, Integer.MAX_VALUE);
        filled.ints = new int[] {-3, Integer.MAX_VALUE};
        filled.longArray = new Long[] {-3L, Long.MAX_VALUE};
        filled.longList = List.of(Long.MAX_VALUE, -3L);
        filled.longSet = Set.of(-3L, Long.MAX_VALUE);
        filled.longs = new long[] {-3L, Long.MAX_VALUE};
        filled.floatArray = new Float[] {1.5f, -2.25f};
        filled.floatList = List.of(-2.25f, 1.5f);
        filled.floatSet = Set.of(1.5f, -2.25f);
        filled.floats = new float[] {1.5f, -2.25f};
        filled.doubleArray = new Double[] {0.1, -2.25};
        filled.doubleList = List.of(-2.25, 0.1);
        filled.doubleSet = Set.of(0.1, -2.25);
        filled.doubles = new double[] {0.1, -2.25};
        filled.bigDecimalArray = new BigDecimal[] {new BigDecimal("12.50"), new BigDecimal("-3.25")};
        filled.bigDecimalList = List.of(new BigDecimal("-3.25"), new BigDecimal("12.50"));
        filled.bigDecimalSet = Set.of(new BigDecimal("12.50"), new BigDecimal("-3.25"));
        filled.stringArray = new String[] {"a,\"b\\{}", "ß null"};
        filled.stringList = List.of("ß null", "a,\"b\\{}");
        filled.stringSet = Set.of("a,\"b\\{}", "ß null");
        filled.uuidArray = new UUID[] {new UUID(1, 2), new UUID(3, 4)};
        filled.uuidList = List.of(new UUID(3, 4), new UUID(1, 2));
        filled.uuidSet = Set.of(new UUID(1, 2), new UUID(3, 4));
        filled.localDateArray = new LocalDate[] {LocalDate.of(2024, 2, 29), LocalDate.of(1969, 12, 31)};
        filled.localDateList = List.of(LocalDate.of(1969, 12, 31), LocalDate.of(2024, 2, 29));
        filled.localDateSet = Set.of(LocalDate.of(2024, 2, 29), LocalDate.of(1969, 12, 31));
        filled.localTimeArray = new LocalTime[] {LocalTime.of(23, 59, 59, 123_456_000), LocalTime.MIDNIGHT};
        filled.localTimeList = List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 123_456_000));
        filled.localTimeSet = Set.of(LocalTime.of(23, 59, 59, 123_456_000), LocalTime.MIDNIGHT);
        filled.localDateTimeArray =
                new LocalDateTime[] {LocalDateTime.of(2024, 3, 31, 2, 30, 1, 5_000), LocalDateTime.of(1960, 1, 1, 0, 0)
                };
        filled.localDateTimeList =
                List.of(LocalDateTime.of(1960, 1, 1, 0, 0), LocalDateTime.of(2024, 3, 31, 2, 30, 1, 5_000));
        filled.localDateTimeSet =
                Set.of(LocalDateTime.of(2024, 3, 31, 2, 30, 1, 5_000), LocalDateTime.of(1960, 1, 1, 0, 0));
        filled.instantArray = new Instant[] {Instant.parse("2024-06-01T04:30:00.123456Z"), Instant.EPOCH};
        filled.instantList = List.of(Instant.EPOCH, Instant.parse("2024-06-01T04:30:00.123456Z"));
        filled.instantSet = Set.of(Instant.parse("2024-06-01T04:30:00.123456Z"), Instant.EPOCH);
        filled.offsetDateTimeArray = new OffsetDateTime[] {
            OffsetDateTime.parse("2024-06-01T10:00:00.123456Z"), OffsetDateTime.parse("1960-06-01T10:00Z")
        };
        filled.offsetDateTimeList =
                List.of(OffsetDateTime.parse("1960-06-01T10:00Z"), OffsetDateTime.parse("2024-06-01T10:00:00.123456Z"));
        filled.offsetDateTimeSet =
                Set.of(OffsetDateTime.parse("2024-06-01T10:00:00.123456Z"), OffsetDateTime.parse("1960-06-01T10:00Z"));
        filled.zonedDateTimeArray = new ZonedDateTime[] {
            ZonedDateTime.parse("2024-06-01T10:00:00.123456Z"), ZonedDateTime.parse("1960-06-01T10:00Z")
        };
        filled.zonedDateTimeList =
                List.of(ZonedDateTime.parse("1960-06-01T10:00Z"), ZonedDateTime.parse("2024-06-01T10:00:00.123456Z"));
        filled.zonedDateTimeSet =
                Set.of(ZonedDateTime.parse("2024-06-01T10:00:00.123456Z"), ZonedDateTime.parse("1960-06-01T10:00Z"));
        filled.offsetTimeArray =
                new OffsetTime[] {OffsetTime.parse("10:00:00.123+02:00"), OffsetTime.parse("23:30-05:00")};
        filled.offsetTimeList = List.of(OffsetTime.parse("23:30-05:00"), OffsetTime.parse("10:00:00.123+02:00"));
        filled.offsetTimeSet = Set.of(OffsetTime.parse("10:00:00.123+02:00"), OffsetTime.parse("23:30-05:00"));
        filled.moodArray = new Mood[] {Mood.HAPPY, Mood.SAD};
        filled.moodList = List.of(Mood.SAD, Mood.HAPPY);
        filled.moodSet = Set.of(Mood.HAPPY, Mood.SAD);
        filled.durationArray = new Duration[] {Duration.ofMillis(1_500), Duration.ofDays(-3)};
        filled.durationList = List.of(Duration.ofDays(-3), Duration.ofMillis(1_500));
        filled.durationSet = Set.of(Duration.ofMillis(1_500), Duration.ofDays(-3));
        filled.yearArray = new Year[] {Year.of(2024), Year.of(-44), Year.of(44), Year.of(12_345)};
        filled.yearList = List.of(Year.of(1999), Year.of(2024));
        filled.yearSet = Set.of(Year.of(2024), Year.of(1999));
        return filled;
    }
}
