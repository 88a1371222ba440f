package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import dev.unirow.model.OnCreate;
import dev.unirow.model.OnUpdate;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Rules for new rows, for rows that change, for the table, and for what it refers to. */
@Entity
public class Ticket extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 20) private String title;

    @Min(1) @Max(5) private int priority = 3;

    @Digits(integer = 5, fraction = 2) private BigDecimal cost;

    @Null(groups = OnCreate.class) @NotNull(groups = OnUpdate.class) private String answer;

    @Valid @ManyToOne(fetch = FetchType.LAZY)
    private User reporter;

    protected Ticket() {}

    public Ticket(String title) {
        this.title = title;
    }

    public Long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Ticket setTitle(String title) {
        this.title = title;
        return this;
    }

    public int priority() {
        return priority;
    }

    public Ticket setPriority(int priority) {
        this.priority = priority;
        return this;
    }

    public Ticket setAnswer(String answer) {
        this.answer = answer;
        return this;
    }

    public User reporter() {
        return reporter;
    }

    public Ticket setReporter(User reporter) {
        this.reporter = reporter;
        return this;
    }

    @AssertTrue(message = "must not be urgent without a cost") boolean isPaidIfUrgent() {
        return priority > 1 || cost != null;
    }
}
