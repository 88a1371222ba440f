package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;

/** Rows that are known by another identifier, too. */
@Entity
@Table(name = "typed_natural_uuids")
public class NaturalUuids extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @NaturalId(mutable = true)
    public UUID natural;

    public String text;
}
