package dev.unirow.migrate.tests;

import static dev.unirow.migrate.tests.RunnerContract.run;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.migrate.Migrations;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.schema.Constraint;
import dev.unirow.schema.Operation;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.Database;
import dev.unirow.testing.EachDatabase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** New names for columns and tables, and what is named after them. */
@EachDatabase
@SuppressWarnings("unused") // the attributes are columns
class RenameContract extends MigrationFixture {
    @Entity(name = "Pet")
    @Table(
            name = "pet",
            indexes = @Index(columnList = "code, born"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "by_hand",
                            columnNames = {"born", "code"}))
    @Check(constraints = "born > 1900")
    static class Pet {
        @Id
        private @Nullable Long id;

        @Min(1) @Column(unique = true)
        private @Nullable Integer code;

        private @Nullable Integer born;

        @ManyToOne(fetch = FetchType.LAZY)
        private @Nullable Pet parent;
    }

    @Entity(name = "Visit")
    @Table(name = "visit")
    static class Visit {
        @Id
        private @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "pet_id")
        private @Nullable Pet pet;
    }

    @Entity(name = "Pet")
    @Table(
            name = "pet",
            indexes = @Index(columnList = "sku, born"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "by_hand",
                            columnNames = {"born", "sku"}))
    @Check(constraints = "born > 1900")
    static class SkuPet {
        @Id
        private @Nullable Long id;

        @Min(1) @Column(unique = true)
        private @Nullable Integer sku;

        private @Nullable Integer born;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "mother_id")
        private @Nullable SkuPet parent;
    }

    @Entity(name = "Visit")
    @Table(name = "visit")
    static class SkuVisit {
        @Id
        private @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "pet_id")
        private @Nullable SkuPet pet;
    }

    @Entity(name = "Pet")
    @Table(
            name = "pet",
            indexes = @Index(columnList = "sku, born"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "by_hand",
                            columnNames = {"born", "sku"}))
    @Check(constraints = "born > 1900")
    static class LoosePet {
        @Id
        private @Nullable Long id;

        private @Nullable Integer sku;
        private @Nullable Integer born;

        @Column(name = "mother_id")
        private @Nullable Long parent;
    }

    @Entity(name = "Animal")
    @Table(
            name = "animal",
            indexes = @Index(columnList = "code, born"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "by_hand",
                            columnNames = {"born", "code"}))
    @Check(constraints = "born > 1900")
    static class Animal {
        @Id
        private @Nullable Long id;

        @Min(1) @Column(unique = true)
        private @Nullable Integer code;

        private @Nullable Integer born;

        @ManyToOne(fetch = FetchType.LAZY)
        private @Nullable Animal parent;
    }

    @Entity(name = "Visit")
    @Table(name = "visit")
    static class AnimalVisit {
        @Id
        private @Nullable Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        @JoinColumn(name = "pet_id")
        private @Nullable Animal pet;
    }

    @Entity(name = "Named")
    @Table(name = "named")
    static class Named {
        @Id
        private @Nullable Long id;

        private @Nullable String name;
    }

    @Entity(name = "Named")
    @Table(name = "named")
    static class Titled {
        @Id
        private @Nullable Long id;

        private @Nullable String title;
    }

    @Entity(name = "Called")
    @Table(name = "called")
    static class Called {
        @Id
        private @Nullable Long id;

        private @Nullable String name;
    }

    private static final List<Class<?>> PETS = List.of(Pet.class, Visit.class);
    private static final List<Class<?>> SKUS = List.of(SkuPet.class, SkuVisit.class);
    private static final List<Class<?>> ANIMALS = List.of(Animal.class, AnimalVisit.class);

    private static Set<String> names(Database db) {
        Set<String> names = new TreeSet<>();
        await(db.connect(connection -> Schemas.live(db.kind(), connection))).tables().stream()
                .filter(table -> !table.name().startsWith("alembic"))
                .forEach(table -> {
                    Stream.of(
                                    Stream.ofNullable(table.primaryKey()),
                                    table.uniques().stream(),
                                    table.checks().stream(),
                                    table.foreignKeys().stream())
                            .flatMap(constraints -> constraints)
                            .map(Constraint::name)
                            .forEach(name -> names.add(table.name() + "." + name));
                    table.indexes().stream()
                            .map(dev.unirow.schema.Index::name)
                            .forEach(name -> names.add(table.name() + "." + name));
                });
        return names;
    }

    private Set<String> namesOfANewDatabase(List<Class<?>> models) {
        String here = url;
        url = target.newDatabaseUrl();
        Database fresh = open(models);
        url = here;
        await(fresh.createAll());
        return names(fresh);
    }

    @Entity(name = "Parcel")
    @Table(name = "parcel")
    static class Parcel {
        @Id
        private @Nullable Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        private @Nullable Map<String, String> content;
    }

    @Entity(name = "Parcel")
    @Table(name = "parcel")
    static class LabelledParcel {
        @Id
        private @Nullable Long id;

        @JdbcTypeCode(SqlTypes.JSON)
        private @Nullable Map<String, String> label;
    }

    @Entity(name = "Coin")
    @Table(name = "coin")
    static class Coin {
        @Id
        private @Nullable Long id;

        @Column(unique = true)
        private @Nullable Integer front;

        @Column(unique = true)
        private @Nullable Integer back;

        @Column(unique = true)
        private @Nullable Integer edge;
    }

    @Entity(name = "Coin")
    @Table(name = "coin")
    static class Medal {
        @Id
        private @Nullable Long id;

        @Column(unique = true)
        private @Nullable Integer back;

        @Column(unique = true)
        private @Nullable Integer rear;

        @Column(unique = true)
        private @Nullable Integer edge;
    }

    @Entity(name = "Step")
    @Table(name = "step")
    static class Step {
        @Id
        private @Nullable Long id;

        @Min(1) private @Nullable Integer place;

        @NotEmpty private @Nullable String kind;
    }

    @Entity(name = "Step")
    @Table(name = "step")
    static class OrderedStep {
        @Id
        private @Nullable Long id;

        @Min(1) private @Nullable Integer order;

        @NotEmpty private @Nullable String key;
    }

    private void namesFollow(List<Class<?>> after, String... renames) {
        Database db = open(after);
        createTables(db, PETS, schema -> schema);
        execute(
                db,
                "insert into pet (id, code, born, parent_id) values (1, 7, 2020, null)",
                "insert into visit (id, pet_id) values (1, 1)");
        Set<String> before = names(db);
        Migrations migrations = migrations(db, after).withRenames(List.of(renames));

        Autogeneration made = await(migrations.autogenerate("new names"));
        assertThat(made.operations()).noneMatch(Operation::destructive);
        run(migrations.upgrade("head"));

        assertThat(names(db)).isEqualTo(namesOfANewDatabase(after));
        assertThat(await(migrations(db).check())).isEmpty();
        assertThat(count(db, "visit where pet_id = 1")).isEqualTo(1);
        run(migrations.downgrade("-1"));
        assertThat(names(db)).isEqualTo(before);
        assertThat(count(db, "pet where code = 7")).isEqualTo(1);
        run(migrations.upgrade("head"));
        assertThat(names(db)).isEqualTo(namesOfANewDatabase(after));
    }

    @Test
    void whatIsNamedAfterAColumnFollowsIt() {
        namesFollow(SKUS, "pet.code=sku", "pet.parent_id=mother_id");
    }

    @Test
    void whatIsNamedAfterATableFollowsItInOtherTablesToo() {
        namesFollow(ANIMALS, "pet=animal");
    }

    @Test
    void rulesFollowAColumnToANameThatNeedsQuotes() {
        Database db = open(List.of(OrderedStep.class));
        createTables(db, List.of(Step.class), schema -> schema);
        execute(db, "insert into step (id, place, kind) values (1, 7, 'up')");
        Migrations migrations = migrations(db);

        run(migrations.withRenames(List.of("step.place=order", "step.kind=key")).autogenerate("an order"));
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
        execute(db, "insert into step values (2, 8, 'down')");
        run(migrations.downgrade("-1"));
        assertThat(count(db, "step where place in (7, 8) and kind in ('up', 'down')"))
                .isEqualTo(2);
    }

    @Test
    void columnsSwapTheirNames() {
        Database db = open(List.of(Coin.class));
        createTables(db, List.of(Coin.class), schema -> schema);
        execute(db, "insert into coin (id, front, back, edge) values (1, 2, 3, 4)");
        Migrations migrations = migrations(db);

        run(migrations
                .withRenames(List.of("coin.front=back", "coin.back=edge", "coin.edge=front"))
                .autogenerate("turned"));
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
        assertThat(count(db, "coin where back = 2 and edge = 3 and front = 4")).isEqualTo(1);
        run(migrations.downgrade("-1"));
        assertThat(count(db, "coin where front = 2 and back = 3 and edge = 4")).isEqualTo(1);
        assertThat(names(db)).isEqualTo(namesOfANewDatabase(List.of(Coin.class)));
    }

    @Test
    void aColumnGetsTheNameOfAnotherThatIsRenamedToo() {
        Database db = open(List.of(Medal.class));
        createTables(db, List.of(Coin.class), schema -> schema);
        execute(db, "insert into coin (id, front, back, edge) values (1, 2, 3, 4)");
        Migrations migrations = migrations(db);

        run(migrations.withRenames(List.of("coin.front=back", "coin.back=rear")).autogenerate("moved"));
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
        assertThat(count(db, "coin where back = 2 and rear = 3 and edge = 4")).isEqualTo(1);
        assertThat(names(db)).isEqualTo(namesOfANewDatabase(List.of(Medal.class)));
        run(migrations.downgrade("-1"));
        assertThat(count(db, "coin where front = 2 and back = 3 and edge = 4")).isEqualTo(1);
    }

    @Test
    void aRenamedColumnOfJsonIsStillOne() {
        Database db = open(List.of(LabelledParcel.class));
        createTables(db, List.of(Parcel.class), schema -> schema);
        execute(db, "insert into parcel (id, content) values (1, '{}')");
        Migrations migrations = migrations(db);

        run(migrations.withRenames(List.of("parcel.content=label")).autogenerate("a label"));
        run(migrations.upgrade("head"));

        assertThat(await(migrations.check())).isEmpty();
        assertThat(count(db, "parcel where label is not null")).isEqualTo(1);
    }

    @Test
    void aConstraintThatWasRenamedOnSqliteCanBeDroppedHere() {
        String here = url;
        url = "sqlite:///" + folder.resolve("made.db");
        make(PETS);
        make(SKUS, "pet.code=sku", "pet.parent_id=mother_id");
        make(List.of(LoosePet.class));
        url = here;
        Database db = open(List.of(LoosePet.class));

        run(migrations(db).withDestructive().upgrade("head"));

        assertThat(await(migrations(db).check())).isEmpty();
        run(migrations(db).downgrade("base"));
        run(migrations(db).withDestructive().upgrade("head"));
    }

    private void make(List<Class<?>> models, String... renames) {
        Database db = open(models);
        Migrations migrations = migrations(db, models).withDestructive();
        run(migrations.withRenames(List.of(renames)).autogenerate("on SQLite"));
        run(migrations.upgrade("head"));
    }

    @Test
    void aColumnThatMayBeARenamedOneIsAskedAbout() {
        Database db = open(List.of(Titled.class));
        createTables(db, List.of(Named.class), schema -> schema);

        Autogeneration made = await(migrations(db).autogenerate("a title"));

        assertThat(made.warnings())
                .contains("If 'named.title' is the new name of 'named.name', delete this revision and make it again"
                        + " with --rename named.name=title.");
    }

    @Test
    void aTableThatMayBeARenamedOneIsAskedAbout() {
        Database db = open(List.of(Called.class));
        createTables(db, List.of(Named.class), schema -> schema);

        Autogeneration made = await(migrations(db).autogenerate("a call"));

        assertThat(made.warnings())
                .contains("If 'called' is the new name of 'named', delete this revision and make it again with"
                        + " --rename named=called.");
    }
}
