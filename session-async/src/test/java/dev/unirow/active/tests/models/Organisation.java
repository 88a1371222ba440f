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
@Table(name = "organisations")
public class Organisation extends ActiveRecord {
    public static final QuerySet<Organisation> objects = QuerySet.of(Organisation.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 100) private String ident;

    protected Organisation() {}

    public Organisation(String ident) {
        this.ident = ident;
    }

    public Long id() {
        return id;
    }

    public String ident() {
        return ident;
    }

    public Organisation setIdent(String ident) {
        this.ident = ident;
        return this;
    }
}
