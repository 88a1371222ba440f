package dev.unirow.sqlite.tests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** An entity with an attribute of every common type. */
@Entity
class Sample {
    enum Colour {
        RED,
        GREEN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long number;
    Integer small;
    Double real;
    BigDecimal price;
    Boolean flag;
    String text;

    @Enumerated(EnumType.STRING)
    Colour colour;

    @Enumerated(EnumType.ORDINAL)
    Colour shade;

    @Column(name = "a_date")
    LocalDate date;

    @Column(name = "a_time")
    LocalTime time;

    @Column(name = "a_moment")
    LocalDateTime dateTime;

    Instant instant;
    UUID uuid;
    byte[] bytes;

    static final String TABLE = """
            create table Sample (
                id INTEGER not null,
                number bigint,
                small integer,
                real double,
                price numeric(10,2),
                flag boolean,
                text varchar(255),
                colour varchar(10),
                shade smallint,
                a_date date,
                a_time time,
                a_moment timestamp,
                instant timestamp,
                uuid char(36),
                bytes blob,
                primary key (id))""";
}
