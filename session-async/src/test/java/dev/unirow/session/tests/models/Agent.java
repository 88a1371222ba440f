package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import dev.unirow.model.Private;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** With properties that nobody may see. */
@Entity
public class Agent extends Model {
    /** Part of it is private. */
    @Embeddable
    public record Access(String door, @Private String pin) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @Private
    private String realName;

    @Embedded
    private Access access;

    protected Agent() {}

    public Agent(String name, String realName, Access access) {
        this.name = name;
        this.realName = realName;
        this.access = access;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String realName() {
        return realName;
    }

    public Access access() {
        return access;
    }

    public Agent setRealName(String realName) {
        this.realName = realName;
        return this;
    }

    public Agent setName(String name) {
        this.name = name;
        return this;
    }
}
