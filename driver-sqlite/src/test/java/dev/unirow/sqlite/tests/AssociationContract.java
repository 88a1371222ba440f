package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.HibernateContract.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.LazyInitializationException;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that refer to others, loaded in every way that Hibernate has, and collections of every kind. */
@EachDatabase
class AssociationContract extends SqliteFixture {
    @Entity(name = "House")
    @NamedQuery(name = "inStreet", query = "from House h where h.street = :street order by h.id")
    static class House {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String street;

        @OneToMany(mappedBy = "house", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("name desc")
        List<Room> rooms = new ArrayList<>();

        @OneToMany(mappedBy = "house")
        @MapKey(name = "name")
        Map<String, Room> roomsByName = new HashMap<>();

        @OneToOne(mappedBy = "house", cascade = CascadeType.ALL)
        Deed deed;

        @ManyToMany
        @BatchSize(size = 10)
        Set<Owner> owners = new HashSet<>();

        @ElementCollection(fetch = FetchType.EAGER)
        @MapKeyColumn(name = "meter")
        Map<String, Integer> readings = new HashMap<>();

        @ElementCollection
        @OrderColumn
        List<Visit> visits = new ArrayList<>();

        protected House() {}

        House(String street) {
            this.street = street;
        }

        Room room(String name) {
            Room room = new Room();
            room.name = name;
            room.house = this;
            rooms.add(room);
            return room;
        }
    }

    @Embeddable
    record Visit(String who, int hours) {}

    @Entity(name = "Room")
    static class Room {
        @Id
        @GeneratedValue
        Long id;

        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        House house;
    }

    /** Its key is that of its house. */
    @Entity(name = "Deed")
    static class Deed {
        @Id
        Long id;

        @MapsId
        @OneToOne
        House house;

        String text;
    }

    @Entity(name = "Owner")
    static class Owner {
        @Id
        long id;

        String name;

        @ManyToOne(fetch = FetchType.LAZY)
        Owner heir;

        @ManyToMany(mappedBy = "owners")
        @Fetch(FetchMode.SUBSELECT)
        Set<House> houses = new HashSet<>();

        protected Owner() {}

        Owner(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    private SqlitePool pool;
    private Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config());
        factory = Factory.creating(pool, House.class, Room.class, Deed.class, Owner.class);
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(ConnectionContract.await(pool.stats()).inUse()).isZero();
        pool.close();
        ConnectionContract.await(pool.getCloseFuture());
    }

    private House saved(String street) {
        House house = new House(street);
        house.room("kitchen");
        house.room("study");
        house.deed = new Deed();
        house.deed.house = house;
        house.deed.text = "deed of " + street;
        house.readings.put("water", 7);
        house.visits.add(new Visit("Ann", 2));
        house.visits.add(new Visit("Bob", 3));
        await(factory.withTransaction(session -> session.persist(house)));
        return house;
    }

    private long count(String entity) {
        return await(factory.withSession(
                session -> session.createSelectionQuery("select count(*) from " + entity, Long.class)
                        .getSingleResult()));
    }

    @Test
    void cascadesSaveAndRemoveWhatBelongsTogether() {
        House house = saved("Elm");
        assertThat(house.deed.id).isEqualTo(house.id);
        assertThat(count("Room")).isEqualTo(2);
        await(factory.withTransaction(session -> session.find(House.class, house.id)
                .call(found -> session.fetch(found.rooms))
                .invoke(found -> found.rooms.remove(0))));
        assertThat(count("Room")).isOne();
        await(factory.withTransaction(
                session -> session.find(House.class, house.id).chain(session::remove)));
        assertThat(List.of(count("House"), count("Room"), count("Deed"))).containsExactly(0L, 0L, 0L);
    }

    @Test
    void collectionsAreFetchedInTheirOrderAndByTheirKey() {
        House house = saved("Elm");
        House found = await(factory.withSession(session -> session.find(House.class, house.id)
                .call(read -> session.fetch(read.rooms))
                .call(read -> session.fetch(read.roomsByName))
                .call(read -> session.fetch(read.visits))));
        assertThat(found.rooms).extracting(room -> room.name).containsExactly("study", "kitchen");
        assertThat(found.roomsByName).containsOnlyKeys("kitchen", "study");
        assertThat(found.readings).containsExactly(Map.entry("water", 7));
        assertThat(found.visits).containsExactly(new Visit("Ann", 2), new Visit("Bob", 3));
        assertThat(found.deed.text).isEqualTo("deed of Elm");
    }

    @Test
    void elementsAreChangedOneByOne() {
        House house = saved("Elm");
        await(factory.withTransaction(session -> session.find(House.class, house.id)
                .call(read -> session.fetch(read.visits))
                .invoke(read -> {
                    read.visits.remove(0);
                    read.visits.add(new Visit("Cyd", 1));
                    read.readings.put("water", 8);
                    read.readings.put("gas", null);
                    read.readings.put("heat", 1);
                })));
        House found = await(factory.withSession(
                session -> session.find(House.class, house.id).call(read -> session.fetch(read.visits))));
        assertThat(found.visits).containsExactly(new Visit("Bob", 3), new Visit("Cyd", 1));
        assertThat(found.readings).containsOnly(Map.entry("water", 8), Map.entry("heat", 1));
    }

    @Test
    void whatWasNotFetchedFailsLoudly() {
        House house = saved("Elm");
        House found = await(factory.withSession(session -> session.find(House.class, house.id)));
        assertThatThrownBy(() -> found.rooms.size()).isInstanceOf(LazyInitializationException.class);
        Room room = await(factory.withSession(
                session -> session.createSelectionQuery("from Room where name = 'study'", Room.class)
                        .getSingleResult()
                        .call(read -> session.fetch(read.house))));
        House behind = (House) Hibernate.unproxy(room.house);
        assertThat(behind.street).isEqualTo("Elm");
    }

    @Test
    void manyAreFetchedInBatchesAndBySubselect() {
        List<House> houses = List.of(saved("Ash"), saved("Elm"), saved("Oak"));
        Owner ann = new Owner(1, "Ann");
        Owner bob = new Owner(2, "Bob");
        bob.heir = ann;
        await(factory.withTransaction(session -> session.persistAll(ann, bob)
                .chain(() -> session.find(
                        House.class, houses.stream().map(house -> house.id).toArray()))
                .call(found -> session.fetch(found.get(0).owners))
                .invoke(found -> {
                    found.get(0).owners.add(ann);
                    found.get(0).owners.add(bob);
                })
                .call(found -> session.fetch(found.get(2).owners))
                .invoke(found -> found.get(2).owners.add(bob))));
        List<House> read =
                await(factory.withSession(session -> session.createSelectionQuery("from House order by id", House.class)
                        .getResultList()
                        .call(all -> session.fetch(all.get(0).owners))));
        assertThat(read.get(0).owners).extracting(owner -> owner.name).containsExactlyInAnyOrder("Ann", "Bob");
        assertThat(read.get(2).owners).as("of the same batch").hasSize(1);
        List<Owner> owners =
                await(factory.withSession(session -> session.createSelectionQuery("from Owner order by id", Owner.class)
                        .getResultList()
                        .call(all -> session.fetch(all.get(0).houses))));
        assertThat(owners.get(1).houses).as("of the same subselect").hasSize(2);
    }

    @Test
    void graphsAndJoinsFetchInOneQuery() {
        House house = saved("Elm");
        House byGraph = await(factory.withSession(session -> {
            var graph = session.createEntityGraph(House.class);
            graph.addAttributeNodes("rooms");
            return session.find(graph, house.id);
        }));
        assertThat(byGraph.rooms).hasSize(2);
        List<House> joined = await(factory.withSession(session -> session.createSelectionQuery(
                        "select distinct h from House h join fetch h.rooms r join fetch h.deed where r.name like 'k%'",
                        House.class)
                .getResultList()));
        assertThat(joined).hasSize(1);
        List<Object[]> rows = await(factory.withSession(session -> session.createSelectionQuery(
                        "select h.street, count(r), max(v.hours) from House h left join h.rooms r left join h.visits v"
                                + " group by h.street having count(r) > 0",
                        Object[].class)
                .getResultList()));
        assertThat(rows.get(0)).containsExactly("Elm", 4L, 3);
        List<String> streets = await(factory.withSession(session -> session.createSelectionQuery(
                        "select h.street from House h where size(h.rooms) = 2 and h.rooms is not empty"
                                + " and 'gas' not in indices(h.readings) and h.readings['water'] = 7",
                        String.class)
                .getResultList()));
        assertThat(streets).containsExactly("Elm");
    }

    @Test
    void namedQueriesTakeParametersAndPages() {
        saved("Elm");
        House second = saved("Elm");
        saved("Oak");
        List<House> found = await(factory.withSession(session -> session.createNamedQuery("inStreet", House.class)
                .setParameter("street", "Elm")
                .setFirstResult(1)
                .setMaxResults(5)
                .getResultList()));
        assertThat(found).extracting(house -> house.id).containsExactly(second.id);
    }

    @Test
    void refreshingMergingAndDetachingFollowTheDatabase() {
        House house = saved("Elm");
        await(factory.withTransaction(session -> session.find(House.class, house.id)
                .call(() -> session.createMutationQuery("update House set street = 'Fir'")
                        .executeUpdate())
                .call(session::refresh)
                .invoke(found -> assertThat(found.street).isEqualTo("Fir"))
                .invoke(session::detach)
                .invoke(found -> found.street = "lost")));
        House found = await(factory.withSession(session -> session.find(House.class, house.id)));
        assertThat(found.street).isEqualTo("Fir");
        found.street = "Yew";
        await(factory.withTransaction(session -> session.merge(found)));
        assertThat(await(factory.withSession(session -> session.find(House.class, house.id))).street)
                .isEqualTo("Yew");
    }

    @Test
    void aRowThatOthersReferToIsNotRemoved() {
        House house = saved("Elm");
        assertThatThrownBy(() -> await(factory.withTransaction(
                        session -> session.createNativeQuery("delete from House where id = " + house.id)
                                .executeUpdate())))
                .hasStackTraceContaining("FOREIGN KEY constraint failed");
        assertThat(count("House")).isOne();
    }
}
