package dev.unirow.sqlite.tests;

import static dev.unirow.sqlite.tests.HibernateContract.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.sqlite.SqlitePool;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.annotations.SQLUpdate;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of one column and of several, embedded values, classes in one table, and SQL that the mapping brings. */
@EachDatabase
class KeyContract extends SqliteFixture {
    @Embeddable
    record Square(String file, int rank) {}

    @Entity(name = "Piece")
    static class Piece {
        @EmbeddedId
        Square square;

        String kind;

        @OneToMany(mappedBy = "piece")
        List<Move> moves = new ArrayList<>();
    }

    static class MoveKey {
        Square piece;
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof MoveKey key && number == key.number && Objects.equals(piece, key.piece);
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /** Its key holds the key of what it belongs to. */
    @Entity(name = "Move")
    @IdClass(MoveKey.class)
    static class Move {
        @Id
        @ManyToOne
        Piece piece;

        @Id
        int number;

        String text;
    }

    @Embeddable
    static class Address {
        String street;
        Integer zip;
    }

    @Entity(name = "Party")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DynamicInsert
    @DynamicUpdate
    static class Party {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @Column(columnDefinition = "text default 'nobody'")
        String name;

        @Embedded
        Address home;

        @Embedded
        @AttributeOverride(name = "street", column = @Column(name = "work_street"))
        @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
        Address work;
    }

    @Entity(name = "Company")
    @DiscriminatorValue("company")
    static class Company extends Party {
        int staff;
    }

    @Entity(name = "Note")
    @SQLInsert(sql = "insert into Note (text, id) values (upper(?), ?)")
    @SQLUpdate(sql = "update Note set text = lower(?) where id = ?")
    static class Note {
        @Id
        long id;

        String text;
    }

    private SqlitePool pool;
    private Mutiny.SessionFactory factory;

    @BeforeEach
    void open() {
        pool = SqlitePool.open(config());
        factory = Factory.creating(pool, Piece.class, Move.class, Party.class, Company.class, Note.class);
    }

    @AfterEach
    void close() {
        factory.close();
        assertThat(ConnectionContract.await(pool.stats()).inUse()).isZero();
        pool.close();
        ConnectionContract.await(pool.getCloseFuture());
    }

    private Piece piece(String file, int rank, String kind) {
        Piece piece = new Piece();
        piece.square = new Square(file, rank);
        piece.kind = kind;
        for (int number = 1; number <= 3; number++) {
            Move move = new Move();
            move.piece = piece;
            move.number = number;
            move.text = kind + number;
            piece.moves.add(move);
        }
        await(factory.withTransaction(
                session -> session.persist(piece).chain(() -> session.persistAll(piece.moves.toArray()))));
        return piece;
    }

    private <T> List<T> list(String hql, Class<T> type) {
        return await(factory.withSession(
                session -> session.createSelectionQuery(hql, type).getResultList()));
    }

    @Test
    void keysOfSeveralColumnsFindUpdateAndRemove() {
        piece("a", 1, "rook");
        piece("a", 2, "pawn");
        Square corner = new Square("a", 1);
        Piece found = await(factory.withTransaction(session -> session.find(Piece.class, corner)
                .call(read -> session.fetch(read.moves))
                .invoke(read -> read.kind = "tower")));
        assertThat(found.moves).hasSize(3);
        assertThat(list("select kind from Piece where square.rank = 1", String.class))
                .containsExactly("tower");
        List<Piece> both = await(factory.withSession(session -> session.find(Piece.class, corner, new Square("a", 2))));
        assertThat(both).extracting(read -> read.kind).containsExactly("tower", "pawn");
        MoveKey key = new MoveKey();
        key.piece = corner;
        key.number = 2;
        await(factory.withTransaction(session -> session.find(Move.class, key).chain(session::remove)));
        assertThat(list("select text from Move where piece.square.rank = 1 order by number", String.class))
                .containsExactly("rook1", "rook3");
    }

    @Test
    void tuplesOfKeysCompareInQueries() {
        piece("a", 1, "rook");
        piece("b", 1, "knight");
        assertThat(list("select kind from Piece p where (p.square.file, p.square.rank) = ('b', 1)", String.class))
                .containsExactly("knight");
        assertThat(list(
                        "select kind from Piece p where (p.square.file, p.square.rank) in (('b', 1), ('c', 1))",
                        String.class))
                .containsExactly("knight");
        List<Piece> found = await(factory.withSession(session -> session.createSelectionQuery(
                        "from Piece where square in :squares", Piece.class)
                .setParameter("squares", List.of(new Square("a", 1), new Square("z", 9)))
                .getResultList()));
        assertThat(found).extracting(read -> read.kind).containsExactly("rook");
        assertThat(list("select count(distinct m.piece) from Move m", Long.class))
                .containsExactly(2L);
    }

    @Test
    void classesShareATableAndEmbeddedValuesHaveTheirColumns() {
        Party person = new Party();
        Company company = new Company();
        company.name = "Acme";
        company.staff = 9;
        company.home = new Address();
        company.home.zip = 123;
        company.work = new Address();
        company.work.street = "Elm";
        await(factory.withTransaction(session -> session.persistAll(person, company)));
        assertThat(list("select name from Party where type(this) = Party", String.class))
                .as("a column that is not set has its default")
                .containsExactly("nobody");
        Party found = await(factory.withSession(session -> session.find(Party.class, company.id)));
        assertThat(found).isInstanceOf(Company.class).usingRecursiveComparison().isEqualTo(company);
        assertThat(list("from Company where work.street = 'Elm' and home.zip = 123", Company.class))
                .hasSize(1);
        assertThat(list("select treat(p as Company).staff from Party p", Integer.class))
                .containsExactly(9);
        await(factory.withTransaction(
                session -> session.find(Party.class, company.id).invoke(read -> read.home.zip = 5)));
        assertThat(list("select home.zip from Company", Integer.class)).containsExactly(5);
    }

    @Test
    void theMappingBringsItsOwnSql() {
        Note note = new Note();
        note.id = 1;
        note.text = "Hello";
        await(factory.withTransaction(session -> session.persist(note)));
        assertThat(list("select text from Note", String.class)).containsExactly("HELLO");
        await(factory.withTransaction(session -> session.find(Note.class, 1L).invoke(read -> read.text = "Good Bye")));
        assertThat(list("select text from Note", String.class)).containsExactly("good bye");
    }
}
