package dev.unirow.session.internal.mapping;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;

@Entity
public class Track extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String title;

    @Valid @ManyToOne(fetch = FetchType.LAZY)
    private Album album;

    @ManyToOne(fetch = FetchType.LAZY)
    private Seat seat;

    protected Track() {}

    public Track(String title, Album album) {
        this.title = title;
        this.album = album;
    }

    public Long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Album album() {
        return album;
    }

    public Seat seat() {
        return seat;
    }

    public Track setSeat(Seat seat) {
        this.seat = seat;
        return this;
    }
}
