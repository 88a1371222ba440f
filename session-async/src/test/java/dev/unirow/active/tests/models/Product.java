package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

@Entity
@Table(name = "products")
public class Product extends ActiveRecord {
    public static final QuerySet<Product> objects = QuerySet.of(Product.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 100) private String name;

    @Min(1) @Max(5) private Integer rating;

    private boolean inStock;

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

    public Product setName(String name) {
        this.name = name;
        return this;
    }

    public Integer rating() {
        return rating;
    }

    public Product setRating(Integer rating) {
        this.rating = rating;
        return this;
    }

    public boolean inStock() {
        return inStock;
    }

    public Product setInStock(boolean inStock) {
        this.inStock = inStock;
        return this;
    }
}
