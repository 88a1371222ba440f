package dev.unirow.query.tests.models;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A key whose type the subclass decides. */
@MappedSuperclass
public class Keyed<K> {
    private K id;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    public K getId() {
        return id;
    }

    public void setId(K id) {
        this.id = id;
    }
}
