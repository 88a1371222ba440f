package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collections with rules, which are not loaded with their owner; one of them in an embedded value. */
@Entity
public class Binder extends Model {
    @Id
    private String label;

    @NotBlank private String colour;

    @NotEmpty @ElementCollection
    private List<@NotBlank String> pages = new ArrayList<>();

    @Valid @Embedded
    private Cover cover;

    protected Binder() {}

    public Binder(String label, String colour, List<String> pages, Cover cover) {
        this.label = label;
        this.colour = colour;
        this.pages.addAll(pages);
        this.cover = cover;
    }

    public String label() {
        return label;
    }

    public String colour() {
        return colour;
    }

    public Binder setColour(String colour) {
        this.colour = colour;
        return this;
    }

    public List<String> pages() {
        return pages;
    }

    public Cover cover() {
        return cover;
    }

    /** What is around a binder. */
    @Embeddable
    public static class Cover {
        private String material;

        @Size(max = 2) @ElementCollection
        private Set<String> stickers = new LinkedHashSet<>();

        protected Cover() {}

        public Cover(String material, Set<String> stickers) {
            this.material = material;
            this.stickers.addAll(stickers);
        }

        public String getMaterial() {
            return material;
        }

        public Set<String> getStickers() {
            return stickers;
        }
    }
}
