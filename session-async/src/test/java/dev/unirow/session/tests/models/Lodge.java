package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;

/** One that is mapped by its getters, with fields of other names; refers to others of its kind. */
@Entity
public class Lodge extends Model {
    private Long key;
    private Lodge other;
    private Lodge first;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long getId() {
        return key;
    }

    public void setId(Long id) {
        key = id;
    }

    @ManyToOne(fetch = FetchType.LAZY)
    public Lodge getRival() {
        return other;
    }

    public void setRival(Lodge rival) {
        other = rival;
    }

    @OneToOne(fetch = FetchType.LAZY)
    public Lodge getParent() {
        return first;
    }

    public void setParent(Lodge parent) {
        first = parent;
    }
}
