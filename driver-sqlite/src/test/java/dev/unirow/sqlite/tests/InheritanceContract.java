package dev.unirow.sqlite.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities over several tables, and statements that change many of them. */
@EachDatabase
class InheritanceContract extends SqliteFixture {
    @Entity(name = "Vehicle")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Vehicle {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
    }

    @Entity(name = "Truck")
    static class Truck extends Vehicle {
        Integer load;
    }

    @Entity(name = "Shape")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static class Shape {
        @Id
        @GeneratedValue
        Long id;

        String colour;
    }

    @Entity(name = "Circle")
    static class Circle extends Shape {
        double radius;
    }

    @Entity(name = "Square")
    static class Square extends Shape {
        double side;
    }

    @Entity(name = "Person")
    @SecondaryTable(name = "contact")
    static class Person {
        @Id
        @GeneratedValue
        Long id;

        String name;

        @Column(table = "contact")
        String mail;
    }

    private SqlitePool pool;
    private Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config());
        factory = Factory.creating(
                pool, Vehicle.class, Truck.class, Shape.class, Circle.class, Square.class, Person.class);
    }

    @AfterEach
    void close() {
        factory.close();
        pool.close();
    }

    private int changed(String hql) {
        return HibernateContract.await(factory.withTransaction(
                session -> session.createMutationQuery(hql).executeUpdate()));
    }

    private <T> List<T> all(String hql, Class<T> type) {
        return HibernateContract.await(factory.withSession(
                session -> session.createSelectionQuery(hql, type).getResultList()));
    }

    private void persist(Object... models) {
        HibernateContract.await(factory.withTransaction(session -> session.persistAll(models)));
    }

    @Test
    void insertsManyOverSeveralTablesWithGeneratedIds() {
        Truck truck = new Truck();
        truck.name = "first";
        truck.load = 3;
        persist(truck);
        assertThat(changed("insert into Truck (name, load) select t.name || '!', t.load + 1 from Truck t"))
                .isEqualTo(1);
        assertThat(changed("insert into Truck (name, load) values ('a', 10), ('b', 11)"))
                .isEqualTo(2);
        assertThat(all("from Truck order by id", Truck.class))
                .extracting(found -> found.name + found.load)
                .containsExactly("first3", "first!4", "a10", "b11");
    }

    @Test
    void changesManyOverSeveralTables() {
        Truck truck = new Truck();
        truck.load = 3;
        persist(truck, new Vehicle());
        assertThat(changed("update Truck set name = 'big', load = load + 1")).isOne();
        assertThat(all("select treat(v as Truck).load from Vehicle v where v.name = 'big'", Integer.class))
                .containsExactly(4);
        assertThat(changed("delete from Vehicle")).isEqualTo(2);
    }

    @Test
    void readsAndChangesATableForEachClass() {
        Circle circle = new Circle();
        circle.radius = 2;
        persist(circle, new Square());
        assertThat(changed("update Shape set colour = 'red'")).isEqualTo(2);
        assertThat(all("from Shape where colour = 'red' order by id", Shape.class))
                .hasExactlyElementsOfTypes(Circle.class, Square.class);
        assertThat(changed("delete from Shape s where type(s) = Square")).isOne();
        assertThat(all("from Shape", Shape.class)).hasOnlyElementsOfType(Circle.class);
    }

    @Test
    void anEntityHasASecondTable() {
        Person person = new Person();
        person.name = "Ada";
        person.mail = "ada@example.org";
        persist(person);
        assertThat(changed("update Person set name = 'Eve', mail = 'eve@example.org'"))
                .isOne();
        assertThat(all("select mail from Person where name = 'Eve'", String.class))
                .containsExactly("eve@example.org");
    }
}
