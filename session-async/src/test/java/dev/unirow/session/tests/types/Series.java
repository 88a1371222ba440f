package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** Several values in one column, without JSON. */
@Entity
@Table(name = "typed_series")
public class Series extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String[] texts;

    public Boolean[] truths;

    public Short[] shorts;

    public Integer[] ints;

    public Long[] longs;

    public Float[] floats;

    public Double[] doubles;

    public BigDecimal[] decimals;

    public UUID[] uuids;

    public LocalDate[] dates;

    public LocalTime[] times;

    public LocalDateTime[] dateTimes;

    public List<String> listOfTexts;

    public List<Integer> listOfInts;

    public int[] plainInts;

    public long[] plainLongs;

    public double[] plainDoubles;
}
