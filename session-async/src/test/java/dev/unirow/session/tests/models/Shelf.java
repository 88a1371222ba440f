package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collections of each kind, a cascade that removes orphans, and a version that is a time. */
@Entity
public class Shelf extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String place;

    @Version
    private Instant changed;

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("title")
    private List<Book> books = new ArrayList<>();

    @ElementCollection
    private Set<String> labels = new HashSet<>();

    @ElementCollection
    @MapKeyColumn(name = "kind")
    private Map<String, Integer> counts = new HashMap<>();

    protected Shelf() {}

    public Shelf(String place) {
        this.place = place;
    }

    public Long id() {
        return id;
    }

    public Shelf setId(Long id) {
        this.id = id;
        return this;
    }

    public String place() {
        return place;
    }

    public Shelf setPlace(String place) {
        this.place = place;
        return this;
    }

    public Instant changed() {
        return changed;
    }

    public List<Book> books() {
        return books;
    }

    public Set<String> labels() {
        return labels;
    }

    public Map<String, Integer> counts() {
        return counts;
    }

    public Book put(String title) {
        Book book = new Book(title, this);
        books.add(book);
        return book;
    }
}
