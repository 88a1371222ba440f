package dev.unirow.model.tests;

import dev.unirow.model.Model;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;

/** Primitives that must be given, and those that need not be. */
@Entity
public class Widget extends Model {
    @Embeddable
    public record Size(int width, Integer height) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotNull private String name;

    @NotNull private double price;

    @NotNull private boolean active;

    @NotNull private int stock = 3;

    private int plays;

    @Version
    private int version;

    @Embedded
    private Size size;

    @ElementCollection
    private List<Size> sizes = new ArrayList<>();

    protected Widget() {}

    public Widget(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public double price() {
        return price;
    }

    public boolean active() {
        return active;
    }

    public int stock() {
        return stock;
    }

    public int plays() {
        return plays;
    }

    public Size size() {
        return size;
    }

    public List<Size> sizes() {
        return sizes;
    }
}
