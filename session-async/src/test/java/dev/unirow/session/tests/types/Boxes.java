package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers, truths and letters as objects. */
@Entity
@Table(name = "typed_boxes")
public class Boxes extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Boolean truth;

    public Byte tiny;

    public Short small;

    public Integer whole;

    public Long large;

    public Float single;

    public Double twofold;

    public Character letter;

    public BigInteger endless;

    public BigDecimal decimal;

    @Column(precision = 38, scale = 10)
    public BigDecimal fine;

    @Column(precision = 5, scale = 0)
    public BigDecimal round;
}
