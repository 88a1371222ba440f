package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;

/** What diaries inherit. */
@MappedSuperclass
public abstract class KeptDiary extends Model {
    @PrePersist
    void keptBeforeInsert() {
        Diary.CALLS.add("superclass PrePersist");
    }

    @PreUpdate
    void keptBeforeUpdate() {
        Diary.CALLS.add("superclass PreUpdate");
    }
}
