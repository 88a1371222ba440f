package dev.unirow.sqlite.tests;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.List;

/** An entity that every kind of constraint watches over. */
@Entity
class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;
    Integer books = 0;
    Long mentor;

    protected Author() {}

    Author(String name) {
        this.name = name;
    }

    static final List<String> TABLES = List.of("""
            create table Author (
                id INTEGER not null,
                name varchar(50) not null,
                books integer,
                mentor bigint,
                constraint ck_author_books check (books >= 0),
                constraint uq_author_name unique (name),
                constraint fk_author_mentor foreign key (mentor) references Author (id),
                primary key (id))""", Sample.TABLE);
}
