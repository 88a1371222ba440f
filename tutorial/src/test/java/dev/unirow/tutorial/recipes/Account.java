package dev.unirow.tutorial.recipes;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A row that several change at once. */
@Entity
public class Account extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private int balance;

    // region version
    @Version
    private int version;
    // endregion

    Long id() {
        return id;
    }

    int balance() {
        return balance;
    }

    void deposit(int amount) {
        balance += amount;
    }
}
