package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.hibernate.validator.constraints.Range;

/** A column for each rule that a table can keep, and some for those that it cannot. */
@Entity
public class Offer extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotEmpty private String title;

    @Size(min = 1, max = 5) private String code;

    @Positive @Max(1000) private Integer amount;

    @PositiveOrZero private Double rebate;

    @Negative private Long debt;

    @NegativeOrZero private Short shift;

    @DecimalMin("0.5") @DecimalMax(value = "100", inclusive = false) private BigDecimal price;

    @DecimalMin(value = "0", inclusive = false) private Double weight;

    @Digits(integer = 3, fraction = 0) private Integer shelf;

    @Digits(integer = 3, fraction = 2) private BigDecimal fee;

    @Range(min = 1, max = 5)
    private Integer stars;

    @Pattern(regexp = "[a-z]+") private String slug;

    @Email private String contact;

    @Positive(groups = Later.class) private Integer later;

    @Valid @Embedded
    private Parcel parcel;

    public Offer() {}

    public Long id() {
        return id;
    }

    /** A group that holds on request only. */
    public interface Later {}

    /** What is judged with its offer. */
    @Embeddable
    public record Parcel(@Positive Integer height) {}
}
