package dev.unirow.session.internal.mapping;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

@Entity
@IdClass(SeatId.class)
public class Seat extends Model {
    @Id
    private Integer row;

    @Id
    private Integer number;

    private String colour;

    protected Seat() {}

    public Seat(Integer row, Integer number, String colour) {
        this.row = row;
        this.number = number;
        this.colour = colour;
    }

    public Integer row() {
        return row;
    }

    public Integer number() {
        return number;
    }

    public String colour() {
        return colour;
    }
}
