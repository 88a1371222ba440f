package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A unique name and no version. */
@Entity
@Table(name = "purses")
public class Purse extends ActiveRecord {
    public static final QuerySet<Purse> objects = QuerySet.of(Purse.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String name;

    private Integer balance;

    protected Purse() {}

    public Long id() {
        return id;
    }

    public Integer balance() {
        return balance;
    }
}
