package dev.unirow.tutorial.seeds.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A piece on an album. */
@Entity
public class Track extends ActiveRecord {
    public static final QuerySet<Track> objects = QuerySet.of(Track.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    private Album album;

    @NotBlank @Size(max = 100) private String title;

    private int position;

    protected Track() {}

    public Track(Album album, String title, int position) {
        this.album = album;
        this.title = title;
        this.position = position;
    }

    public Long id() {
        return id;
    }

    public Album album() {
        return album;
    }

    public String title() {
        return title;
    }

    public int position() {
        return position;
    }
}
