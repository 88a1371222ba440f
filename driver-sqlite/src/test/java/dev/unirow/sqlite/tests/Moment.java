package dev.unirow.sqlite.tests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;

/** The kinds of dates and times that HQL computes with, two of each that it subtracts. */
@Entity(name = "Moment")
class Moment {
    @Id
    int id;

    String band;
    LocalDateTime ts;
    LocalDateTime ts2;
    LocalDate d;
    LocalDate d2;
    LocalTime t;
    LocalTime t2;

    @Column(name = "moment_at")
    Instant at;

    @Column(name = "moment_at2")
    Instant at2;

    OffsetDateTime odt;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetDateTime kept;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    OffsetTime ot;

    @Column(name = "plain_ot")
    OffsetTime plain;

    @Column(name = "duration_length")
    Duration length;

    Integer n;
    Double x;
    String text;
}
