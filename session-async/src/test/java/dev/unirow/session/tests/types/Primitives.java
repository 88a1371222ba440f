package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What cannot be null. */
@Entity
@Table(name = "typed_primitives")
public class Primitives extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public boolean aBoolean;

    public byte aByte;

    public short aShort;

    public int anInt;

    public long aLong;

    public float aFloat;

    public double aDouble;

    public char aChar = 'x';
}
