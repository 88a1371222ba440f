package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Texts, short and long. */
@Entity
@Table(name = "typed_texts")
public class Texts extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String text;

    @Column(length = 10)
    public String brief;

    @Column(length = 100_000)
    public String long100k;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public String unlimited;

    public char[] letters;
}
