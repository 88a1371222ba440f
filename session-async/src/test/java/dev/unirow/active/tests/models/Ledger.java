package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Mapped by its getters, which are called otherwise than its fields. */
@Entity
@Table(name = "ledgers")
public class Ledger extends ActiveRecord {
    public static final QuerySet<Ledger> objects = QuerySet.of(Ledger.class);

    private Long number;
    private int count;
    private int sum;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long getId() {
        return number;
    }

    protected void setId(Long id) {
        number = id;
    }

    @Version
    public int getRevision() {
        return count;
    }

    protected void setRevision(int revision) {
        count = revision;
    }

    public int getTotal() {
        return sum;
    }

    public void setTotal(int total) {
        sum = total;
    }
}
