package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A key that is drawn, not counted. */
@Entity
public class Visitor extends ActiveRecord {
    public static final QuerySet<Visitor> objects = QuerySet.of(Visitor.class);

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @Size(max = 16) private String name;

    protected Visitor() {}

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Visitor setName(String name) {
        this.name = name;
        return this;
    }
}
