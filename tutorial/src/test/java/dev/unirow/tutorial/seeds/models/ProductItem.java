package dev.unirow.tutorial.seeds.models;

import dev.unirow.active.ActiveRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A class whose table name takes two words and the plural. */
@Entity
public class ProductItem extends ActiveRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    public Long id() {
        return id;
    }
}
