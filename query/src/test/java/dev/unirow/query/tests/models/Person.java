package dev.unirow.query.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;

/** Holds the key of its profile, and a version. */
@Entity
public class Person {
    @Id
    private Long id;

    @Version
    private int version;

    private String email;

    @OneToOne(fetch = FetchType.LAZY)
    private Profile profile;

    protected Person() {}

    public Person(Long id, String email, Profile profile) {
        this.id = id;
        this.email = email;
        this.profile = profile;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String email() {
        return email;
    }

    public Profile profile() {
        return profile;
    }
}
