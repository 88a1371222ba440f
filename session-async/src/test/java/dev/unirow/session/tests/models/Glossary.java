package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.UniqueConstraint;
import java.util.LinkedHashSet;
import java.util.Set;

/** Words, each in one glossary only. */
@Entity
public class Glossary extends Model {
    @Id
    private String title;

    @ElementCollection
    @CollectionTable(uniqueConstraints = @UniqueConstraint(columnNames = "words"))
    private Set<String> words = new LinkedHashSet<>();

    protected Glossary() {}

    public Glossary(String title, Set<String> words) {
        this.title = title;
        this.words.addAll(words);
    }

    public String title() {
        return title;
    }

    public Set<String> words() {
        return words;
    }
}
