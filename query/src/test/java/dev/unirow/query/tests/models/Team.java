package dev.unirow.query.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

@Entity
public class Team {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    private Long id;

    private String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Organisation org;

    protected Team() {}

    public Team(String name, Organisation org) {
        this.name = name;
        this.org = org;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Organisation org() {
        return org;
    }
}
