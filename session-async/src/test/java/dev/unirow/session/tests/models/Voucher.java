package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import dev.unirow.model.constraint.IpAddress;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Email;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.validator.constraints.URL;

/** Has a default that the program may overrule, beside a key of the database's, a version and a collection. */
@Entity
@DynamicInsert
public class Voucher extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Generated(writable = true)
    @ColumnDefault("'open'")
    private String state;

    private Integer amount;

    @GeneratedColumn("amount * 2")
    private Integer twice;

    @Email private String email;

    @URL
    private String site;

    @IpAddress
    private String host;

    @ElementCollection(fetch = FetchType.EAGER)
    private List<String> codes = new ArrayList<>();

    protected Voucher() {}

    public Voucher(Integer amount, String state) {
        this.amount = amount;
        this.state = state;
    }

    public Long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String state() {
        return state;
    }

    public Integer twice() {
        return twice;
    }

    public List<String> codes() {
        return codes;
    }
}
