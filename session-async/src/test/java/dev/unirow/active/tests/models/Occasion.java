package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A column of each type, and one with each option. */
@Entity
@Table(indexes = @Index(columnList = "day"))
public class Occasion extends ActiveRecord {
    public static final QuerySet<Occasion> objects = QuerySet.of(Occasion.class);

    @Id
    private Integer number;

    @NotBlank @Size(max = 20) @Column(unique = true)
    private String title;

    @NotNull private String place = "";

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private String story;

    private boolean secret = true;

    private int guests = 2;

    private Double cost;

    private LocalDate day;

    @Column(name = "starts_at")
    private LocalTime start;

    private LocalDateTime noted;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, List<Integer>> extra;

    protected Occasion() {}

    public Integer number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String place() {
        return place;
    }

    public String story() {
        return story;
    }

    public boolean secret() {
        return secret;
    }

    public int guests() {
        return guests;
    }

    public Double cost() {
        return cost;
    }

    public LocalDate day() {
        return day;
    }

    public LocalTime start() {
        return start;
    }

    public LocalDateTime noted() {
        return noted;
    }

    public Map<String, List<Integer>> extra() {
        return extra;
    }
}
