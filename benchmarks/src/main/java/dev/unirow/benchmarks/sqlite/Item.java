package dev.unirow.benchmarks.sqlite;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A row of four columns. */
@Entity
class Item {
    @Id
    private long id;

    private @Nullable String name;
    private int amount;
    private double price;

    protected Item() {}

    Item(long id) {
        this.id = id;
        this.name = "item " + id;
        this.amount = (int) (id % 100);
        this.price = id / 7.0;
    }

    Item(long id, String name, int amount, double price) {
        this.id = id;
        this.name = name;
        this.amount = amount;
        this.price = price;
    }

    long id() {
        return id;
    }
}
