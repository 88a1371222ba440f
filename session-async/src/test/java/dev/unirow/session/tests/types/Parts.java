package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Embedded values, and tables of elements. */
@Entity
@Table(name = "typed_parts")
public class Parts extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Embedded
    public Span span;

    @ElementCollection(fetch = FetchType.EAGER)
    public List<String> words;

    @ElementCollection(fetch = FetchType.EAGER)
    public Set<LocalDate> days;

    @ElementCollection(fetch = FetchType.EAGER)
    public Map<String, Integer> counts;
}
