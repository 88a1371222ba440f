package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A property of each type that a model may have. */
@Entity
public class Everything extends Model {
    public enum Status {
        DRAFT,
        RELEASED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    public @Column(length = 100) String name;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public String text;

    public Boolean done;
    public Integer small;
    public Long large;
    public Double ratio;

    @Column(precision = 12, scale = 2)
    public BigDecimal price;

    public LocalDate date;
    public LocalTime time;
    public LocalDateTime dateTime;
    public Instant instant;
    public UUID uuid;

    @Enumerated(EnumType.STRING)
    public Status status;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> data;

    public byte[] bytes;

    public Long id() {
        return id;
    }
}
