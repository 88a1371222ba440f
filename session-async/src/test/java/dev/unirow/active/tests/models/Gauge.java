package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;

/** Zero is a level like any other, and nobody's default. */
@Entity
public class Gauge extends ActiveRecord {
    public static final QuerySet<Gauge> objects = QuerySet.of(Gauge.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotNull private String name;

    @NotNull private double level;

    protected Gauge() {}

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public double level() {
        return level;
    }
}
