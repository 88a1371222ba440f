package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

@Entity
@Table(name = "profiles")
public class Profile extends ActiveRecord {
    public static final QuerySet<Profile> objects = QuerySet.of(Profile.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 100) private String website;

    protected Profile() {}

    public Profile(String website) {
        this.website = website;
    }

    public Long id() {
        return id;
    }

    public String website() {
        return website;
    }

    public Profile setWebsite(String website) {
        this.website = website;
        return this;
    }
}
