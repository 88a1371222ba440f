package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

@Entity
@Table(name = "persons")
public class Person extends ActiveRecord {
    public static final QuerySet<Person> objects = QuerySet.of(Person.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 100) private String email;

    @NotNull @OneToOne(fetch = FetchType.LAZY)
    private Profile profile;

    protected Person() {}

    public Person(String email, Profile profile) {
        this.email = email;
        this.profile = profile;
    }

    public Long id() {
        return id;
    }

    public String email() {
        return email;
    }

    public Person setEmail(String email) {
        this.email = email;
        return this;
    }

    public Profile profile() {
        return profile;
    }

    public Person setProfile(Profile profile) {
        this.profile = profile;
        return this;
    }
}
