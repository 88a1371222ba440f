package dev.unirow.active.tests.models;

import dev.unirow.active.ActiveRecord;
import dev.unirow.active.QuerySet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;

/** A column of each kind. */
@Entity
@Table(name = "articles")
public class Article extends ActiveRecord {
    public static final QuerySet<Article> objects = QuerySet.of(Article.class);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private UUID uuid;

    @CreationTimestamp
    private LocalDateTime created;

    @UpdateTimestamp
    private LocalDateTime updated;

    private LocalDate createdDay = LocalDate.now();

    private LocalTime createdTime = LocalTime.now();

    @CreationTimestamp
    private LocalDate createdDate;

    @UpdateTimestamp
    private LocalDate updatedDate;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Integer> data = new HashMap<>();

    private String description = "";

    private long hugeNumber;

    @Column(precision = 5, scale = 2)
    private BigDecimal price;

    @Enumerated(EnumType.STRING)
    private Status status = Status.DRAFT;

    @Column(name = "amount")
    private Double value;

    protected Article() {}

    public Long id() {
        return id;
    }

    public UUID uuid() {
        return uuid;
    }

    public Article setUuid(UUID uuid) {
        this.uuid = uuid;
        return this;
    }

    public LocalDateTime created() {
        return created;
    }

    public Article setCreated(LocalDateTime created) {
        this.created = created;
        return this;
    }

    public LocalDateTime updated() {
        return updated;
    }

    public Article setUpdated(LocalDateTime updated) {
        this.updated = updated;
        return this;
    }

    public LocalDate createdDay() {
        return createdDay;
    }

    public LocalTime createdTime() {
        return createdTime;
    }

    public LocalDate createdDate() {
        return createdDate;
    }

    public LocalDate updatedDate() {
        return updatedDate;
    }

    public Map<String, Integer> data() {
        return data;
    }

    public Article setData(Map<String, Integer> data) {
        this.data = data;
        return this;
    }

    public String description() {
        return description;
    }

    public Article setDescription(String description) {
        this.description = description;
        return this;
    }

    public long hugeNumber() {
        return hugeNumber;
    }

    public Article setHugeNumber(long hugeNumber) {
        this.hugeNumber = hugeNumber;
        return this;
    }

    public BigDecimal price() {
        return price;
    }

    public Article setPrice(BigDecimal price) {
        this.price = price;
        return this;
    }

    public Status status() {
        return status;
    }

    public Article setStatus(Status status) {
        this.status = status;
        return this;
    }

    public Double value() {
        return value;
    }

    public Article setValue(Double value) {
        this.value = value;
        return this;
    }

    public enum Status {
        DRAFT,
        RELEASED
    }
}
