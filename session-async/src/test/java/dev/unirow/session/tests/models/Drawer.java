package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Models that are nested classes and give themselves no names, as tests and a prompt have them. */
public final class Drawer {
    public static final Class<?>[] MODELS = {
        Note.class,
        Folder.class,
        Paper.class,
        Receipt.class,
        Letter.class,
        Task.class,
        DatedTask.class,
        Stamp.class,
        Draft.class
    };

    private Drawer() {}

    @Entity
    public static class Folder extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @NotBlank private String label;

        @OneToMany(mappedBy = "folder")
        private List<Note> notes = new ArrayList<>();

        protected Folder() {}

        public Folder(String label) {
            this.label = label;
        }

        public Long id() {
            return id;
        }

        public String label() {
            return label;
        }

        public List<Note> notes() {
            return notes;
        }
    }

    @Entity
    @Table(uniqueConstraints = @jakarta.persistence.UniqueConstraint(columnNames = "text"))
    public static class Note extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String text;

        private int weight;

        @Version
        private int version;

        @ManyToOne(fetch = FetchType.LAZY)
        private Folder folder;

        @ElementCollection
        private Set<String> keywords = new HashSet<>();

        @ManyToMany
        private Set<Stamp> stamps = new HashSet<>();

        protected Note() {}

        public Note(String text) {
            this.text = text;
        }

        public Long id() {
            return id;
        }

        public String text() {
            return text;
        }

        public Note setText(String text) {
            this.text = text;
            return this;
        }

        public int weight() {
            return weight;
        }

        public Note setWeight(int weight) {
            this.weight = weight;
            return this;
        }

        public int version() {
            return version;
        }

        public Folder folder() {
            return folder;
        }

        public Note setFolder(Folder folder) {
            this.folder = folder;
            return this;
        }

        public Set<String> keywords() {
            return keywords;
        }

        public Set<Stamp> stamps() {
            return stamps;
        }
    }

    /** The key from a sequence, and rows of another model that name it as their owner. */
    @Entity
    public static class Stamp extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String motif;

        @OneToMany
        @JoinColumn
        private List<Draft> drafts = new ArrayList<>();

        protected Stamp() {}

        public Stamp(String motif) {
            this.motif = motif;
        }

        public Long id() {
            return id;
        }

        public String motif() {
            return motif;
        }
    }

    /** A name that it was given, a key that nobody generates. */
    @Entity(name = "DraftOfStamp")
    public static class Draft extends Model {
        @Id
        private String code;

        protected Draft() {}

        public Draft(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public abstract static class Paper extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String title;

        protected Paper() {}

        protected Paper(String title) {
            this.title = title;
        }

        public Long id() {
            return id;
        }

        public String title() {
            return title;
        }
    }

    @Entity
    public static class Receipt extends Paper {
        private Integer cents;

        protected Receipt() {}

        public Receipt(String title, Integer cents) {
            super(title);
            this.cents = cents;
        }

        public Integer cents() {
            return cents;
        }
    }

    @Entity
    public static class Letter extends Paper {
        private String sender;

        protected Letter() {}

        public Letter(String title, String sender) {
            super(title);
            this.sender = sender;
        }

        public String sender() {
            return sender;
        }
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Task extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String title;

        protected Task() {}

        public Task(String title) {
            this.title = title;
        }

        public Long id() {
            return id;
        }

        public String title() {
            return title;
        }
    }

    @Entity
    public static class DatedTask extends Task {
        private Integer day;

        protected DatedTask() {}

        public DatedTask(String title, Integer day) {
            super(title);
            this.day = day;
        }

        public Integer day() {
            return day;
        }
    }
}
