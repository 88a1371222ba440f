package dev.unirow.benchmarks.model;

import dev.unirow.model.Model;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model with many children, once as a set and once as a list. */
@Entity
public class Branch extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @OneToMany(mappedBy = "branch", cascade = CascadeType.PERSIST)
    private Set<Leaf> leaves = new LinkedHashSet<>();

    @OneToMany(mappedBy = "listed", cascade = CascadeType.PERSIST)
    private List<Leaf> list = new ArrayList<>();

    public @Nullable Long id() {
        return id;
    }

    public Set<Leaf> leaves() {
        return leaves;
    }

    public List<Leaf> list() {
        return list;
    }

    /** One of many. */
    @Entity
    public static class Leaf extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private @Nullable Branch branch;

        @ManyToOne(fetch = FetchType.LAZY)
        private @Nullable Branch listed;

        protected Leaf() {}

        Leaf(@Nullable Branch branch, @Nullable Branch listed) {
            this.branch = branch;
            this.listed = listed;
        }

        static Leaf stored(long id) {
            Leaf leaf = new Leaf();
            leaf.id = id;
            return leaf;
        }
    }
}
