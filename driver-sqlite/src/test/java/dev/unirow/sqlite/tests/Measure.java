package dev.unirow.sqlite.tests;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

/** An entity with an attribute of every less common type. */
@Entity
class Measure {
    record Reading(String sensor, double value, List<Integer> raw) {}

    @Embeddable
    record Place(String town, Integer floor) {}

    /** Kept as text by the program's own conversion. */
    record Version(int major, int minor) {}

    static class VersionConverter implements AttributeConverter<Version, String> {
        @Override
        public String convertToDatabaseColumn(Version version) {
            return version == null ? null : version.major() + "." + version.minor();
        }

        @Override
        public Version convertToEntityAttribute(String text) {
            if (text == null) {
                return null;
            }
            String[] parts = text.split("\\.");
            return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Byte tiny;
    Short small;
    Float single;
    Character letter;
    BigInteger big;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    BigDecimal exact;

    LocalTime time;
    LocalDateTime moment;
    OffsetDateTime offset;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime offsetKept;

    ZonedDateTime zoned;
    Duration duration;
    Year since;
    ZoneId zone;
    Locale locale;
    Currency currency;

    @JdbcTypeCode(SqlTypes.JSON)
    Reading reading;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Reading> readings;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, List<Integer>> series;

    @Embedded
    Place place;

    @Convert(converter = VersionConverter.class)
    Version version;

    Set<String> labels;
    int[] counts;

    @Lob
    String text;

    @Lob
    byte[] picture;
}
