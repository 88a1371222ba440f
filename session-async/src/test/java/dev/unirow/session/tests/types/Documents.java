package dev.unirow.session.tests.types;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Values in one column of JSON. */
@Entity
@Table(name = "typed_documents")
public class Documents extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> texts;

    @JdbcTypeCode(SqlTypes.JSON)
    public Set<Integer> numbers;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> anything;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, BigDecimal> decimals;

    @JdbcTypeCode(SqlTypes.JSON)
    public Price price;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Price> prices;

    @JdbcTypeCode(SqlTypes.JSON)
    public String word;
}
