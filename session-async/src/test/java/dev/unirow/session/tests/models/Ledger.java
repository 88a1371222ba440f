package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Values that some databases cannot keep, wherever a model may have them. */
@Entity
public class Ledger extends Model {
    /** A value that is never changed itself. */
    @Embeddable
    public record Price(@Column(precision = 9, scale = 4) BigDecimal net, String currency) {}

    /** A value that is, with a collection of its own. */
    @Embeddable
    public static class Remarks {
        public String title;

        @ElementCollection
        @OrderColumn(name = "place")
        public List<String> lines = new ArrayList<>();
    }

    /** One column of JSON. */
    public record Note(String words, Integer stars) {}

    /** A number and a text that the application has classes of its own for. */
    public record Money(BigDecimal amount) {}

    public record Label(String words) {}

    /** Stores it as one of Java's. */
    public static class MoneyConverter implements AttributeConverter<Money, BigDecimal> {
        @Override
        public BigDecimal convertToDatabaseColumn(Money money) {
            return money == null ? null : money.amount();
        }

        @Override
        public Money convertToEntityAttribute(BigDecimal amount) {
            return amount == null ? null : new Money(amount);
        }
    }

    /** Stores it as one of Java's. */
    public static class LabelConverter implements AttributeConverter<Label, String> {
        @Override
        public String convertToDatabaseColumn(Label label) {
            return label == null ? null : label.words();
        }

        @Override
        public Label convertToEntityAttribute(String words) {
            return words == null ? null : new Label(words);
        }
    }

    @Id
    public String id;

    @Version
    private int version;

    public BigDecimal amount;

    @Column(precision = 12, scale = 6)
    public BigDecimal rate;

    @Column(columnDefinition = "numeric(6,3)")
    public BigDecimal defined;

    @Column(name = "units", precision = 12)
    public BigInteger count;

    public Duration span;

    @Convert(converter = MoneyConverter.class)
    public Money money;

    public Price price;
    public Remarks remarks;

    public String text;

    @Column(columnDefinition = "text")
    public String free;

    @Size(max = 1000) public String wide;

    public Character letter;

    @Convert(converter = LabelConverter.class)
    public Label label;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> json;

    @JdbcTypeCode(SqlTypes.JSON)
    public Note note;

    public List<String> words;
    public List<BigDecimal> numbers;

    public LocalDate day;
    public LocalDateTime moment;
    public Instant instant;
    public Date date;

    @Column(name = "real_number")
    public Double real;

    @Column(name = "small_number")
    public Float small;

    @ElementCollection
    @OrderColumn(name = "place")
    public List<BigDecimal> parts = new ArrayList<>();

    @ElementCollection
    @MapKeyColumn(name = "name")
    public Map<String, LocalDate> days = new HashMap<>();

    public Ledger() {}

    public Ledger(String id) {
        this.id = id;
    }

    public int version() {
        return version;
    }
}
