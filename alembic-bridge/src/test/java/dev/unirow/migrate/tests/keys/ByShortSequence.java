package dev.unirow.migrate.tests.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity(name = "Pet")
@Table(name = "pet")
public class ByShortSequence implements Numbered {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pet")
    @SequenceGenerator(name = "pet", sequenceName = "pet_seq", allocationSize = 5)
    private @Nullable Integer id;

    @Override
    public @Nullable Integer id() {
        return id;
    }
}
