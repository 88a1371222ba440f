package dev.unirow.model.tests;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Album extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Size(max = 50) private String name;

    @OneToMany(mappedBy = "album")
    private List<@Valid Track> tracks = new ArrayList<>();

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

    public Album setId(Long id) {
        this.id = id;
        return this;
    }

    public Album setName(String name) {
        this.name = name;
        return this;
    }
}
