package dev.unirow.session.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

/** What Hibernate maps without an annotation, or with a standard one. */
@Entity
public class BasicValues {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Boolean aBoolean;
    public Byte aByte;
    public Short aShort;
    public Integer anInteger;
    public Long aLong;
    public Float aFloat;
    public Double aDouble;
    public Character aCharacter;
    public BigInteger bigInteger;
    public BigDecimal bigDecimal;
    public String text;
    public char[] characters;
    public byte[] bytes;
    public UUID uuid;
    public DayOfWeek dayOfWeek;
    public ZoneId zoneId;
    public ZoneOffset zoneOffset;
    public URL url;
    public URI uri;
    public InetAddress address;
    public Currency currency;
    public Locale locale;
    public TimeZone timeZone;
    public Class<?> type;
    public BitSet bits;
    public YearMonth yearMonth;
    public MonthDay monthDay;
    public LocalDate date;
    public LocalTime time;
    public LocalDateTime dateTime;
    public Instant instant;
    public OffsetDateTime offsetDateTime;
    public ZonedDateTime zonedDateTime;
    public OffsetTime offsetTime;
    public Duration duration;
    public Year year;
    public java.sql.Date sqlDate;
    public java.sql.Time sqlTime;
    public Timestamp sqlTimestamp;

    @Temporal(TemporalType.DATE)
    public Date day;

    @Nationalized
    public String nationalized;

    @Enumerated(EnumType.STRING)
    public Month month;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    public ScalarArrays.Mood mood;

    @JdbcTypeCode(SqlTypes.INSTANT)
    public Instant instantAskedFor;

    @JdbcTypeCode(SqlTypes.ZONED_DATE_TIME)
    public ZonedDateTime zonedAskedFor;

    @JdbcTypeCode(SqlTypes.INET)
    public InetAddress inet;

    @Lob
    public String largeText;

    @Lob
    public byte[] largeBytes;

    @Lob
    public char[] largeCharacters;

    @Lob
    public BitSet largeObject;

    public static BasicValues filled() {
        BasicValues filled = new BasicValues();
        filled.aBoolean = true;
        filled.aByte = -3;
        filled.aShort = -3;
        filled.anInteger = Integer.MIN_VALUE;
        filled.aLong = Long.MAX_VALUE;
        filled.aFloat = -2.25f;
        filled.aDouble = 0.1;
        filled.aCharacter = 'ß';
        filled.bigInteger = BigInteger.TEN;
        filled.bigDecimal = new BigDecimal("12.50");
        filled.text = "ß";
        filled.characters = new char[] {'a'};
        filled.bytes = new byte[] {0, -1};
        filled.uuid = new UUID(1, 2);
        filled.dayOfWeek = DayOfWeek.SUNDAY;
        filled.zoneId = ZoneId.of("Europe/Berlin");
        filled.zoneOffset = ZoneOffset.ofHours(3);
        filled.uri = URI.create("a:b");
        filled.address = address(1);
        filled.inet = address(2);
        filled.url = url();
        filled.currency = Currency.getInstance("EUR");
        filled.locale = Locale.forLanguageTag("sr-Latn-RS");
        filled.timeZone = TimeZone.getTimeZone("Europe/Berlin");
        filled.type = String.class;
        filled.bits = BitSet.valueOf(new long[] {5});
        filled.yearMonth = YearMonth.of(2024, 2);
        filled.monthDay = MonthDay.of(2, 29);
        filled.date = LocalDate.of(2024, 2, 29);
        filled.time = LocalTime.of(23, 59, 59, 123_456_000);
        filled.dateTime = LocalDateTime.of(2024, 3, 31, 2, 30, 1, 5_000);
        filled.instant = Instant.parse("1960-06-01T04:30:00.123456Z");
        filled.offsetDateTime = OffsetDateTime.parse("1960-06-01T04:30:00.123456Z");
        filled.zonedDateTime = ZonedDateTime.parse("2044-06-01T04:30:00.123456Z");
        filled.offsetTime = OffsetTime.parse("10:00:00.123456+02:00");
        filled.duration = Duration.ofMillis(-1_500);
        filled.year = Year.of(2024);
        filled.sqlDate = java.sql.Date.valueOf("2024-02-29");
        filled.sqlTime = java.sql.Time.valueOf("10:11:12");
        filled.sqlTimestamp = Timestamp.valueOf("2024-02-29 10:11:12.123");
        filled.day = java.sql.Date.valueOf("2024-02-29");
        filled.nationalized = "ß";
        filled.month = Month.MAY;
        filled.mood = ScalarArrays.Mood.SAD;
        filled.instantAskedFor = filled.instant;
        filled.zonedAskedFor = filled.zonedDateTime;
        filled.largeText = "ß".repeat(70_000);
        filled.largeBytes = new byte[70_000];
        filled.largeCharacters = new char[] {'a'};
        filled.largeObject = BitSet.valueOf(new long[] {7});
        return filled;
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static URL url() {
        try {
            return URI.create("http://a.example/x").toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
