package dev.unirow.query.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Its key is called neither id nor pk, and it is text. */
@Entity
public class Organisation {
    @Id
    private String ident;

    private String name;

    protected Organisation() {}

    public Organisation(String ident, String name) {
        this.ident = ident;
        this.name = name;
    }

    public String ident() {
        return ident;
    }

    public String name() {
        return name;
    }
}
