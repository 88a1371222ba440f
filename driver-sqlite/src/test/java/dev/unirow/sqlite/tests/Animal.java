package dev.unirow.sqlite.tests;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Entities over two tables, with an attribute of JSON. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Animal {
    @Id
    Long id;

    String name;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> notes;

    String[] tags;

    @Entity
    static class Dog extends Animal {
        Integer tricks;
    }

    static final List<String> TABLES = List.of(
            "create table Animal (id bigint not null, name varchar(50), notes json, tags blob, primary key (id))",
            "create table \"Animal$Dog\" (id bigint not null references Animal, tricks integer, primary key (id))");

    static Dog dog(long id, String name, int tricks) {
        Dog dog = new Dog();
        dog.id = id;
        dog.name = name;
        dog.tricks = tricks;
        dog.notes = Map.of("likes", "bones");
        dog.tags = new String[] {"brown", "loud"};
        return dog;
    }
}
