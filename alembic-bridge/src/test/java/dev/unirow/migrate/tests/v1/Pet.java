package dev.unirow.migrate.tests.v1;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.GeneratedColumn;
import org.jspecify.annotations.Nullable;

/** One of its columns is computed. */
@Entity
public class Pet {
    @Id
    private @Nullable Integer id;

    private @Nullable Integer a;

    @GeneratedColumn("a * 2")
    private @Nullable Integer twice;

    @Column(length = 5)
    private @Nullable String n;

    protected Pet() {}
}
