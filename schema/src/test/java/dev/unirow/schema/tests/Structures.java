package dev.unirow.schema.tests;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What needs more than a column: tables beside tables, keys of several columns, hierarchies. */
final class Structures {
    private Structures() {}

    @Embeddable
    static class Place {
        private String street;
        private Integer number;
    }

    @Entity(name = "Located")
    static class Located {
        @Id
        private Long id;

        @Embedded
        private Place home;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "work street", nullable = false))
        private Place work;
    }

    @Entity(name = "Collected")
    static class Collected {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ElementCollection
        private Set<String> names;

        @ElementCollection
        @OrderColumn
        private List<Integer> ordered;

        @ElementCollection
        @CollectionTable(name = "collected prices")
        @MapKeyColumn(name = "of")
        private Map<String, Double> prices;

        @ElementCollection
        private List<Place> places;

        @ElementCollection
        private Map<Place, LocalDate> visited;
    }

    @Entity(name = "Split")
    @SecondaryTable(name = "split_more", pkJoinColumns = @PrimaryKeyJoinColumn(name = "split_id"))
    static class Split {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String name;

        @Column(table = "split_more", unique = true)
        private String more;

        @Version
        private long version;
    }

    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String name;
    }

    @Entity(name = "Car")
    static class Car extends Vehicle {
        private int wheels;
    }

    @Entity(name = "Boat")
    static class Boat extends Vehicle {
        @ManyToOne
        private Car onTrailerOf;
    }

    @Entity(name = "Shape")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", length = 20)
    static class Shape {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;
    }

    @Entity(name = "Circle")
    @DiscriminatorValue("it's round")
    static class Circle extends Shape {
        private double radius;
    }

    @Entity(name = "Square")
    static class Square extends Shape {
        @Column(nullable = false)
        private double side;
    }

    @Entity(name = "Account")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Account {
        @Id
        private Long id;

        @Column(unique = true)
        private String number;
    }

    @Entity(name = "Savings")
    static class Savings extends Account {
        private double rate;
    }

    @MappedSuperclass
    static class Dated {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private Instant created;
    }

    @Entity(name = "Letter")
    static class Letter extends Dated {
        private String text;

        @ManyToOne
        private Letter answerTo;
    }

    @Embeddable
    static class LineKey implements Serializable {
        private Integer page;
        private Integer number;
    }

    @Entity(name = "Line")
    static class Line {
        @EmbeddedId
        private LineKey key;

        private String text;

        @ManyToOne
        private Line before;

        @ElementCollection
        private Set<String> words;
    }

    static class EntryKey implements Serializable {
        private Integer year;
        private String book;
    }

    @Entity(name = "Entry")
    @IdClass(EntryKey.class)
    static class Entry {
        @Id
        private Integer year;

        @Id
        private String book;

        private String text;
    }

    @Entity(name = "Profile")
    static class Profile {
        @Id
        private Long id;

        @OneToOne
        @MapsId
        private Member member;
    }

    @Entity(name = "Member")
    static class Member {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @OneToOne(mappedBy = "member")
        private Profile profile;
    }

    @Entity(name = "Playlist")
    static class Playlist {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToMany
        @OrderColumn(name = "position")
        private List<Song> songs;
    }

    @Entity(name = "Song")
    static class Song {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToMany(mappedBy = "songs")
        private Set<Playlist> playlists;
    }

    @Entity(name = "Parent")
    static class Parent {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        @OneToMany
        @JoinColumn(name = "parent_id")
        private List<Child> children;

        @OneToMany
        private Set<Child> favourites;
    }

    @Entity(name = "Child")
    static class Child {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        private Long id;
    }
}
