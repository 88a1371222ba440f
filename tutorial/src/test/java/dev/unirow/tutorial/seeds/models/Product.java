package dev.unirow.tutorial.seeds.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Something in stock. */
@Entity
public class Product extends ActiveRecord {
    public static final QuerySet<Product> objects = QuerySet.of(Product.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 100) @Column(unique = true)
    private String name;

    @Column(columnDefinition = "text")
    private String description;

    @NotNull private Double price;

    private int stock = 0;

    protected Product() {}

    public Product(String name, String description, double price, int stock) {
        this.name = name;
        this.description = description;
        this.price = price;
        this.stock = stock;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public Double price() {
        return price;
    }

    public Product setPrice(double price) {
        this.price = price;
        return this;
    }

    public int stock() {
        return stock;
    }
}
