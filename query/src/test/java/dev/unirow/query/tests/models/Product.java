package dev.unirow.query.tests.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

/** Record-like accessors over fields. */
@Entity
public class Product {
    public static final String OBJECTS = "not an attribute";

    public enum Status {
        DRAFT,
        RELEASED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    private Long id;

    @Column(nullable = false)
    private String name;

    private Integer rating;
    private Double price;
    private boolean inStock;
    private String description;
    private Status status;

    @Transient
    private String note;

    protected Product() {}

    public Product(String name, Integer rating, boolean inStock) {
        this.name = name;
        this.rating = rating;
        this.inStock = inStock;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Integer rating() {
        return rating;
    }

    public Double price() {
        return price;
    }

    public boolean inStock() {
        return inStock;
    }

    public String description() {
        return description;
    }

    public Product describe(String text) {
        this.description = text;
        return this;
    }

    public Status status() {
        return status;
    }

    public String note() {
        return note;
    }
}
