package dev.unirow.query.tests.models;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A key of two attributes. */
@Entity
@Table(name = "seats")
@IdClass(Seat.Key.class)
public class Seat {
    public record Key(String row, Integer number) implements Serializable {}

    @Id
    @Column(name = "seat_row")
    private String row;

    @Id
    private Integer number;

    protected Seat() {}

    public Seat(String row, Integer number) {
        this.row = row;
        this.number = number;
    }

    public String row() {
        return row;
    }

    public Integer number() {
        return number;
    }
}
