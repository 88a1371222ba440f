package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models in a map, which belong to the one that has it. */
@Entity
public class Cabinet extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String room;

    @OneToMany(mappedBy = "cabinet", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "label")
    private Map<String, Folio> folios = new LinkedHashMap<>();

    protected Cabinet() {}

    public Long id() {
        return id;
    }

    public Map<String, Folio> folios() {
        return folios;
    }

    /** Under its label. */
    @Entity
    public static class Folio extends Model {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        private String label;

        private Integer pages;

        @ManyToOne(fetch = FetchType.LAZY)
        private Cabinet cabinet;

        protected Folio() {}

        public Integer pages() {
            return pages;
        }

        public Cabinet cabinet() {
            return cabinet;
        }
    }
}
