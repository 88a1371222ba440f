package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.UuidGenerator;

/** What others give a row: the mapper, the database and the class itself. */
@Entity
public class Invoice extends Model {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    private UUID id;

    @CreationTimestamp
    @Column(updatable = false)
    private Instant createdAt;

    @UpdateTimestamp
    private Instant updatedAt;

    @CreationTimestamp
    private LocalDateTime createdLocally;

    @UpdateTimestamp
    private LocalDateTime updatedLocally;

    private String title;

    private int quantity;

    private int price;

    private String currency = "EUR";

    @Generated
    @ColumnDefault("'open'")
    private String state;

    @Generated
    @ColumnDefault("7")
    private Integer priority;

    @GeneratedColumn("quantity * price")
    private Integer total;

    @Formula("quantity + 1")
    private Integer next;

    protected Invoice() {}

    public Invoice(String title, int quantity, int price) {
        this.title = title;
        this.quantity = quantity;
        this.price = price;
    }

    public UUID id() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public LocalDateTime createdLocally() {
        return createdLocally;
    }

    public LocalDateTime updatedLocally() {
        return updatedLocally;
    }

    public String title() {
        return title;
    }

    public Invoice setTitle(String title) {
        this.title = title;
        return this;
    }

    public Invoice setQuantity(int quantity) {
        this.quantity = quantity;
        return this;
    }

    public String currency() {
        return currency;
    }

    public String state() {
        return state;
    }

    public Invoice setState(String state) {
        this.state = state;
        return this;
    }

    public Integer priority() {
        return priority;
    }

    public Integer total() {
        return total;
    }

    public Integer next() {
        return next;
    }
}
