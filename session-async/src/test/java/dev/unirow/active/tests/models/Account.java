package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;

/** Unique names and a version. */
@Entity
@Table(name = "accounts")
public class Account extends ActiveRecord {
    public static final QuerySet<Account> objects = QuerySet.of(Account.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Column(unique = true)
    private String name;

    @Column(unique = true)
    private String email;

    private Integer balance;

    @Version
    private Integer version;

    protected Account() {}

    public Account(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Account setName(String name) {
        this.name = name;
        return this;
    }

    public String email() {
        return email;
    }

    public Account setEmail(String email) {
        this.email = email;
        return this;
    }

    public Integer balance() {
        return balance;
    }

    public Account setBalance(Integer balance) {
        this.balance = balance;
        return this;
    }

    public Integer version() {
        return version;
    }

    public Account setVersion(Integer version) {
        this.version = version;
        return this;
    }
}
