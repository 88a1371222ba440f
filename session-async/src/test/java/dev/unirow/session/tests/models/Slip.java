package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** One whose key is there before its row is. */
@Entity
@EntityListeners(CallbackLog.class)
public class Slip extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    private String text;

    protected Slip() {}

    public Slip(String text) {
        this.text = text;
    }

    public Long id() {
        return id;
    }
}
