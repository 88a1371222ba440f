package dev.unirow.model.tests;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every constraint, and every type, for which the documentation says that schema and reading agree. */
@Entity
public class Reservation extends Model {
    public enum State {
        OPEN,
        CLOSED
    }

    @Embeddable
    public static class Guest {
        @NotBlank String name;

        @Min(0) @Max(130) Integer age;

        protected Guest() {}
    }

    @Id
    @GeneratedValue
    Long id;

    @NotBlank @Size(max = 5) String code;

    @Size(min = 2, max = 4) String note;

    @NotEmpty String label = "label";

    @Pattern(regexp = "[a-c]*") @Pattern(regexp = ".{0,3}") String grade;

    @Column(nullable = false)
    String column;

    @Min(1) @Max(10) int seats = 1;

    @Positive Integer floor;

    @PositiveOrZero Short row;

    @Negative Byte below;

    @NegativeOrZero Long change;

    BigInteger huge;

    @DecimalMin("0.5") @DecimalMax(value = "9.5", inclusive = false) BigDecimal price;

    @DecimalMin(value = "0", inclusive = false) Double weight;

    @NotNull Boolean paid = false;

    State state;

    @NotNull State kept = State.OPEN;

    @ElementCollection
    @Size(max = 2) Set<@Size(max = 2) String> tags = new LinkedHashSet<>();

    List<@NotNull @Min(0) Integer> numbers;

    @NotEmpty List<String> names = new ArrayList<>(List.of("x"));

    @Size(max = 2) Map<String, @Positive Integer> scores;

    @Valid @Embedded
    Guest guest;

    @ElementCollection
    List<@Valid Guest> others = new ArrayList<>();

    @NotNull @ManyToOne
    Album album;

    @ManyToOne
    Reservation follows;

    protected Reservation() {}
}
