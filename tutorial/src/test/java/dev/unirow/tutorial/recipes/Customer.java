package dev.unirow.tutorial.recipes;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.SoftDelete;

/** Deleting one leaves its row. */
// region soft
@Entity
@SoftDelete
public class Customer extends Model {
    // endregion
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    protected Customer() {}

    Customer(String name) {
        this.name = name;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }
}
