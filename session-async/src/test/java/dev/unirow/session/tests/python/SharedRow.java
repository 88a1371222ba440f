package dev.unirow.session.tests.python;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of one value of each type that Java and Python both have. */
@Entity
@Table(name = "shared_row")
public class SharedRow extends Model {
    @Id
    Integer id;

    @Column(length = 100)
    String name;

    Long large;

    @Column(precision = 16, scale = 4)
    BigDecimal price;

    Double ratio;
    Boolean done;
    LocalDate day;
    LocalTime hour;
    LocalDateTime moment;
    byte[] bytes;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> data;

    UUID uuid;

    protected SharedRow() {}
}
