package dev.unirow.query.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;

/** Its person is found by the person's key, not its own. */
@Entity
public class Profile {
    @Id
    private Long id;

    private String website;

    @OneToOne(mappedBy = "profile")
    private Person person;

    protected Profile() {}

    public Profile(Long id, String website) {
        this.id = id;
        this.website = website;
    }

    public Long id() {
        return id;
    }

    public String website() {
        return website;
    }

    public Person person() {
        return person;
    }
}
