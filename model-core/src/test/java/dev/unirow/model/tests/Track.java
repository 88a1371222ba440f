package dev.unirow.model.tests;

import dev.unirow.model.Model;
import dev.unirow.model.Private;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

@Entity
public class Track extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank private String title;

    @Min(0) private Integer position;

    @Private
    private String secret;

    private int plays = 0;

    private boolean available = true;

    @NotNull @Valid @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Album album;

    protected Track() {}

    public Track(String title, Integer position) {
        this.title = title;
        this.position = position;
    }

    public Long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Integer position() {
        return position;
    }

    public String secret() {
        return secret;
    }

    public int plays() {
        return plays;
    }

    public boolean available() {
        return available;
    }

    public Album album() {
        return album;
    }

    public Track setId(Long id) {
        this.id = id;
        return this;
    }

    public Track setSecret(String secret) {
        this.secret = secret;
        return this;
    }

    public Track setPlays(int plays) {
        this.plays = plays;
        return this;
    }

    public Track setAvailable(boolean available) {
        this.available = available;
        markSet("available");
        return this;
    }

    public Track setAlbum(Album album) {
        this.album = album;
        return this;
    }
}
