package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "tracks")
public class Track extends ActiveRecord {
    public static final QuerySet<Track> objects = QuerySet.of(Track.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @OnDelete(action = OnDeleteAction.CASCADE)
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

    public Track setAlbum(Album album) {
        this.album = album;
        return this;
    }

    public String title() {
        return title;
    }

    public Track setTitle(String title) {
        this.title = title;
        return this;
    }

    public int position() {
        return position;
    }

    public Track setPosition(int position) {
        this.position = position;
        return this;
    }
}
