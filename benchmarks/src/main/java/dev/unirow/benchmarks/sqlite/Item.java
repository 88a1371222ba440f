package dev.unirow.benchmarks.sqlite;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of seven columns, of the types that applications have. What Hibernate does for an entity hardly depends on its
 * columns, what JDBC does for a row is nothing but columns: fewer of them make the ratios higher, more make them lower.
 */
@Entity
class Item {
    private static final LocalDateTime START = LocalDateTime.of(2024, 2, 29, 13, 45);

    @Id
    private long id;

    private @Nullable String name;
    private @Nullable String description;
    private int amount;
    private double price;
    private boolean available;
    private @Nullable LocalDateTime added;

    protected Item() {}

    Item(
            long id,
            String name,
            String description,
            int amount,
            double price,
            boolean available,
            @Nullable LocalDateTime added) {
        this.id = id;
        this.name = name;
        this.description = description;
        this.amount = amount;
        this.price = price;
        this.available = available;
        this.added = added;
    }

    static Item numbered(long id) {
        return new Item(
                id,
                "item " + id,
                "The description of item " + id + " is a sentence.",
                (int) (id % 100),
                id / 7.0,
                id % 3 != 0,
                START.plusSeconds(id));
    }

    long id() {
        return id;
    }

    @Nullable String name() {
        return name;
    }

    @Nullable String description() {
        return description;
    }

    int amount() {
        return amount;
    }

    double price() {
        return price;
    }

    boolean available() {
        return available;
    }

    @Nullable LocalDateTime added() {
        return added;
    }
}
