package dev.unirow.migrate.tests.previous;

import dev.unirow.model.Model;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A column of each type that the version before this one could store on all databases. */
@Entity
public class Stored extends Model {
    public enum Mood {
        SAD,
        OK
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int version;

    Boolean done;
    Byte tiny;
    Short small;
    Integer whole;
    Long large;
    Float rough;
    Double ratio;
    Character letter;

    @Column(length = 100)
    String name;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String text;

    @Column(precision = 12, scale = 2)
    BigDecimal price;

    BigDecimal amount;
    BigInteger count;
    LocalDate day;
    LocalTime hour;
    LocalDateTime moment;
    Instant instant;

    @ColumnDefault("current_timestamp")
    Instant made;

    Duration lasting;
    Year year;
    UUID uuid;
    byte[] bytes;

    @Enumerated(EnumType.STRING)
    Mood mood;

    Mood ordinal;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> data;

    @ElementCollection
    @CollectionTable
    Set<String> tags;

    protected Stored() {}
}
