package dev.unirow.session.tests.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** JSON in all its forms. */
@Entity
public class Paper extends Model {
    public record Address(String street, BigDecimal number) {}

    /** A value that has a column of JSON among others. */
    @Embeddable
    public record Extra(
            String kind, @JdbcTypeCode(SqlTypes.JSON) List<Address> places) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    public String name;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> labels;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Address> addresses;

    @JdbcTypeCode(SqlTypes.JSON)
    public Address address;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, BigDecimal> amounts;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> anything;

    @JdbcTypeCode(SqlTypes.JSON)
    public BigDecimal decimal;

    @JdbcTypeCode(SqlTypes.JSON)
    public BigInteger integer;

    @JdbcTypeCode(SqlTypes.JSON)
    public Boolean flag;

    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode tree;

    @JdbcTypeCode(SqlTypes.JSON)
    public String text;

    @Column(columnDefinition = "json")
    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, List<BigDecimal>> declared;

    @Embedded
    public Extra extra;

    public Paper() {}

    public Paper(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    /** A model with JSON whose parts Hibernate maps one by one. */
    @Entity(name = "Parcel")
    public static class Parcel extends Model {
        /** One column of JSON for all of it. */
        @Embeddable
        public record Label(
                String street,
                @Column(precision = 38, scale = 9) BigDecimal number) {}

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        public Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        public Label label;

        @JdbcTypeCode(SqlTypes.JSON_ARRAY)
        public List<String> notes;

        public Parcel() {}
    }
}
