package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.UUID;

/** A key that is drawn before the row is sent, a unique title, a primitive version and mutable parts. */
@Entity
public class Book extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private UUID id;

    @Column(unique = true)
    private String title;

    @Version
    private int version;

    @Embedded
    private Size size = new Size();

    private byte[] cover = {1, 2, 3};

    @ManyToOne(fetch = FetchType.LAZY)
    private Shelf shelf;

    protected Book() {}

    public Book(String title, Shelf shelf) {
        this.title = title;
        this.shelf = shelf;
    }

    public UUID id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Book setTitle(String title) {
        this.title = title;
        return this;
    }

    public int version() {
        return version;
    }

    public Size size() {
        return size;
    }

    public byte[] cover() {
        return cover;
    }

    public Shelf shelf() {
        return shelf;
    }

    public Book setShelf(Shelf shelf) {
        this.shelf = shelf;
        return this;
    }

    /** An object that is changed in place. */
    @Embeddable
    public static class Size {
        private int pages;

        public int pages() {
            return pages;
        }

        public void setPages(int pages) {
            this.pages = pages;
        }
    }
}
