package dev.unirow.session.tests.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down which callback was called when: of its listener, of its superclass, its own. */
@Entity
@EntityListeners(Diary.Listener.class)
public class Diary extends KeptDiary {
    static final List<String> CALLS = new CopyOnWriteArrayList<>();

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String text;

    protected Diary() {}

    public Diary(String text) {
        this.text = text;
    }

    /** What was called since this was asked last. */
    public static List<String> calls() {
        List<String> calls = List.copyOf(CALLS);
        CALLS.clear();
        return calls;
    }

    public Long id() {
        return id;
    }

    public String text() {
        return text;
    }

    public Diary setText(String text) {
        this.text = text;
        return this;
    }

    @PrePersist
    void beforeInsert() {
        CALLS.add("own PrePersist " + (id == null ? "without key" : "with key"));
        text = text.strip();
    }

    @PostPersist
    void afterInsert() {
        CALLS.add("own PostPersist " + (id == null ? "without key" : "with key"));
    }

    @PreUpdate
    void beforeUpdate() {
        CALLS.add("own PreUpdate");
        text = text.strip();
    }

    @PostUpdate
    void afterUpdate() {
        CALLS.add("own PostUpdate");
    }

    @PreRemove
    void beforeDelete() {
        CALLS.add("own PreRemove");
    }

    @PostRemove
    void afterDelete() {
        CALLS.add("own PostRemove");
    }

    @PostLoad
    void afterLoad() {
        CALLS.add("own PostLoad " + text);
    }

    public static class Listener {
        @PrePersist
        void beforeInsert(Object model) {
            CALLS.add("listener PrePersist");
        }

        @PostLoad
        void afterLoad(Object model) {
            CALLS.add("listener PostLoad");
        }
    }
}
