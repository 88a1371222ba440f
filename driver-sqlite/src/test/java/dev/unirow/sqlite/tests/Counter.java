package dev.unirow.sqlite.tests;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;

/** An entity whose id comes from a table of ids, and whose version is checked. */
@Entity
class Counter {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;

    @Version
    Integer version;

    int count;

    static final List<String> TABLES = List.of(
            "create table Counter (id bigint not null, version integer, count integer not null, primary key (id))",
            "create table hibernate_sequences (sequence_name varchar(255) not null, next_val bigint,"
                    + " primary key (sequence_name))");
}
