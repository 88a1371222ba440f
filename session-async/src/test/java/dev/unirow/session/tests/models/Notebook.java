package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** One whose leaves are stored, and go, with it. */
@Entity
@EntityListeners(CallbackLog.class)
public class Notebook extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @OneToMany(mappedBy = "notebook", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Leaf> leaves = new ArrayList<>();

    public Long id() {
        return id;
    }

    public List<Leaf> leaves() {
        return leaves;
    }

    /** A new leaf; this notebook. */
    public Notebook write(String text) {
        leaves.add(new Leaf(this, text));
        return this;
    }

    @Entity
    @EntityListeners(CallbackLog.class)
    public static class Leaf extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Notebook notebook;

        private String text;

        protected Leaf() {}

        Leaf(Notebook notebook, String text) {
            this.notebook = notebook;
            this.text = text;
        }

        public Long id() {
            return id;
        }
    }
}
