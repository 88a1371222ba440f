package dev.unirow.session.tests.models;

import dev.unirow.active.ActiveRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** One that stores itself. */
@Entity
@EntityListeners(CallbackLog.class)
public class Memo extends ActiveRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String text;

    protected Memo() {}

    public Memo(String text) {
        this.text = text;
    }

    public Long id() {
        return id;
    }

    public Memo setText(String text) {
        this.text = text;
        return this;
    }
}
