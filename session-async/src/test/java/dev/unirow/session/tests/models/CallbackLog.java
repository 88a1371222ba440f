package dev.unirow.session.tests.models;

import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;

/** Writes down which callback was called of which class, to where {@link Diary} does. */
public class CallbackLog {
    private static void note(Object model, String callback) {
        Diary.CALLS.add("of " + model.getClass().getSimpleName() + " " + callback);
    }

    @PrePersist
    void beforeInsert(Object model) {
        note(model, "PrePersist");
    }

    @PostPersist
    void afterInsert(Object model) {
        note(model, "PostPersist");
    }

    @PreUpdate
    void beforeUpdate(Object model) {
        note(model, "PreUpdate");
    }

    @PostUpdate
    void afterUpdate(Object model) {
        note(model, "PostUpdate");
    }

    @PreRemove
    void beforeDelete(Object model) {
        note(model, "PreRemove");
    }

    @PostRemove
    void afterDelete(Object model) {
        note(model, "PostRemove");
    }

    @PostLoad
    void afterLoad(Object model) {
        note(model, "PostLoad");
    }
}
