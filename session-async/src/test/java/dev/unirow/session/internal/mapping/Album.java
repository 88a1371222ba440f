package dev.unirow.session.internal.mapping;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.List;

/**
 * Not that of the tests of models, which is written to be refused: here a name may be of any length, and a track has no
 * album, or a seat whose key has two parts.
 */
@Entity
public class Album extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank private String name;

    @OneToMany(mappedBy = "album")
    private List<Track> tracks = new ArrayList<>();

    protected Album() {}

    public Album(String name) {
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public List<Track> tracks() {
        return tracks;
    }

    public Album setName(String name) {
        this.name = name;
        return this;
    }
}
