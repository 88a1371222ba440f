package dev.unirow.sqlite.tests;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.generator.EventType;

/** An entity with much of what Hibernate can map, and its neighbours. */
@Entity
@FilterDef(name = "thick", parameters = @ParamDef(name = "pages", type = Integer.class))
@Filter(name = "thick", condition = "pages > :pages")
class Novel {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @NaturalId
    String isbn;

    String title;
    int pages;

    @Version
    int version;

    @ManyToOne(fetch = FetchType.LAZY)
    Poet poet;

    @ElementCollection
    Set<String> themes = new HashSet<>();

    @ElementCollection
    @OrderColumn
    List<String> chapters = new ArrayList<>();

    @ManyToMany
    Set<Poet> admirers = new HashSet<>();

    @Formula("pages * 2")
    Integer sides;

    @Generated(event = EventType.INSERT)
    @ColumnDefault("'fresh'")
    String state;

    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    @Column(columnDefinition = "text generated always as (upper(title))", insertable = false, updatable = false)
    String loud;

    @CreationTimestamp
    Instant createdAt;

    @UpdateTimestamp
    Instant changedAt;

    protected Novel() {}

    Novel(String isbn, String title, int pages) {
        this.isbn = isbn;
        this.title = title;
        this.pages = pages;
    }

    /** Its ids come from what stands for a sequence. */
    @Entity(name = "Poet")
    static class Poet {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String name;

        @OneToMany(mappedBy = "poet", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Novel> novels = new ArrayList<>();

        protected Poet() {}

        Poet(String name) {
            this.name = name;
        }
    }

    /** Deleting leaves the row. */
    @Entity(name = "Draft")
    @SoftDelete
    static class Draft {
        @Id
        Long id;

        String text;
    }

    @Embeddable
    record Seat(int row, int number) {}

    /** A key of two columns, and columns that only an insert or only an update writes. */
    @Entity(name = "Ticket")
    static class Ticket {
        @EmbeddedId
        Seat seat;

        String holder;

        @Column(updatable = false)
        String first;

        @Column(insertable = false)
        String last;
    }
}
