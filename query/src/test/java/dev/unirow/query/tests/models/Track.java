package dev.unirow.query.tests.models;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Two references to one table. */
@Entity
public class Track {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    private Long id;

    private String title;
    private int position;

    @ManyToOne(fetch = FetchType.LAZY)
    private Album album;

    @ManyToOne(fetch = FetchType.LAZY)
    private Album reissue;

    protected Track() {}

    public Track(String title, int position, Album album) {
        this.title = title;
        this.position = position;
        this.album = album;
    }

    public Long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public int position() {
        return position;
    }

    public Album album() {
        return album;
    }

    public Album reissue() {
        return reissue;
    }

    public Track reissuedOn(Album on) {
        this.reissue = on;
        return this;
    }
}
