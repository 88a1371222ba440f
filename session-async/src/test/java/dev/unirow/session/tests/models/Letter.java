package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is done with a letter is done with its envelope, to one, and its pages, to many; with its writer
 * nothing is.
 */
@Entity
public class Letter extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String subject;

    @Version
    private Integer version;

    @OneToOne(fetch = FetchType.LAZY, cascade = CascadeType.ALL, orphanRemoval = true)
    private Envelope envelope;

    @OneToMany(mappedBy = "letter", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<Page> pages = new ArrayList<>();

    @ManyToOne(fetch = FetchType.LAZY)
    private Writer writer;

    protected Letter() {}

    public Letter(String subject) {
        this.subject = subject;
    }

    public Long id() {
        return id;
    }

    public String subject() {
        return subject;
    }

    public Letter setSubject(String subject) {
        this.subject = subject;
        return this;
    }

    public Integer version() {
        return version;
    }

    public Envelope envelope() {
        return envelope;
    }

    public Letter setEnvelope(Envelope envelope) {
        this.envelope = envelope;
        return this;
    }

    public List<Page> pages() {
        return pages;
    }

    public Page write(int number, String text) {
        Page page = new Page(this, number, text);
        pages.add(page);
        return page;
    }

    public Writer writer() {
        return writer;
    }

    public Letter setWriter(Writer writer) {
        this.writer = writer;
        return this;
    }

    /** With a version that is a time. */
    @Entity(name = "Envelope")
    public static class Envelope extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String address;

        @Version
        private Instant changed;

        protected Envelope() {}

        public Envelope(String address) {
            this.address = address;
        }

        public Long id() {
            return id;
        }

        public String address() {
            return address;
        }

        public Envelope setAddress(String address) {
            this.address = address;
            return this;
        }

        public Instant changed() {
            return changed;
        }
    }

    /** Cannot be without its letter, which has no two of one number. */
    @Entity(name = "Page")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = {"letter_id", "number"}))
    public static class Page extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private int number;

        private String text;

        @Version
        private int version;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        @JoinColumn(name = "letter_id", nullable = false)
        private Letter letter;

        protected Page() {}

        Page(Letter letter, int number, String text) {
            this.letter = letter;
            this.number = number;
            this.text = text;
        }

        public Long id() {
            return id;
        }

        public int number() {
            return number;
        }

        public Page setNumber(int number) {
            this.number = number;
            return this;
        }

        public String text() {
            return text;
        }

        public Page setText(String text) {
            this.text = text;
            return this;
        }

        public int version() {
            return version;
        }

        public Letter letter() {
            return letter;
        }
    }

    /** Outlives letters, and is not added with them. */
    @Entity(name = "Writer")
    public static class Writer extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String name;

        protected Writer() {}

        public Writer(String name) {
            this.name = name;
        }

        public Long id() {
            return id;
        }

        public String name() {
            return name;
        }
    }
}
