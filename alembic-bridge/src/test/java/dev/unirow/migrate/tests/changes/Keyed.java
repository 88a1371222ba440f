package dev.unirow.migrate.tests.changes;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** What all have that is not about their key. */
@MappedSuperclass
class Keyed {
    @Id
    @Nullable Long id;
}
