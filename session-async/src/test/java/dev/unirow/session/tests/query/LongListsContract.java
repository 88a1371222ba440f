package dev.unirow.session.tests.query;

import static dev.unirow.query.Queries.and;
import static dev.unirow.query.Queries.col;
import static dev.unirow.query.Queries.delete;
import static dev.unirow.query.Queries.hql;
import static dev.unirow.query.Queries.lookup;
import static dev.unirow.query.Queries.not;
import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.QuerySet;
import dev.unirow.query.Condition;
import dev.unirow.session.Database;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Everything;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.Capability;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.JavaProgram;
import dev.unirow.testing.Requires;
import io.smallrye.mutiny.Uni;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hibernate.reactive.provider.ReactivePersistenceProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of more values than a statement of PostgreSQL or MariaDB can have parameters. */
@EachDatabase
@Tag("slow")
class LongListsContract extends DatabaseContract {
    private static final int ROWS = 3;

    /** More than go one by one. */
    private static final int MANY = 31_000;

    /** More than the protocols can count. */
    private static final int TOO_MANY = 66_000;

    private final List<ExecutedStatement> statements = new CopyOnWriteArrayList<>();

    private String url = "";

    @Override
    public Database open() {
        url = target.newDatabaseUrl();
        return Database.builder(url).models(models()).listener(statements::add).open();
    }

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Everything.class, User.class, Pet.class};
    }

    @BeforeEach
    void insertRows() {
        await(db.begin(session -> session.insertAll(IntStream.range(0, ROWS)
                        .mapToObj(LongListsContract::row)
                        .toList())
                .replaceWithVoid()));
        statements.clear();
    }

    private static Everything row(int i) {
        Everything row = new Everything();
        row.name = text(i);
        row.text = text(i);
        row.small = i;
        row.large = large(i);
        row.ratio = i + 0.5;
        row.price = price(i);
        row.date = date(i);
        row.dateTime = dateTime(i);
        row.instant = instant(i);
        row.uuid = uuid(i);
        row.status = Everything.Status.RELEASED;
        return row;
    }

    // what is special to SQL, JSON and arrays, and is not in lower case
    private static String text(int i) {
        return "K\"'\\{},é😀 \n" + i;
    }

    private static long large(int i) {
        return Long.MAX_VALUE - i;
    }

    private static BigDecimal price(int i) {
        return new BigDecimal(i + ".10");
    }

    private static LocalDate date(int i) {
        return LocalDate.of(1960, 1, 1).plusDays(i);
    }

    private static LocalDateTime dateTime(int i) {
        return LocalDateTime.of(2024, 2, 29, 13, 14, 15, 120_000_000).plusMinutes(i);
    }

    private static Instant instant(int i) {
        return Instant.parse("1999-12-31T23:59:59.25Z").plusSeconds(i);
    }

    private static UUID uuid(int i) {
        return new UUID(1, i);
    }

    /** Those of the rows 1 and 2, and many that no row has. */
    private static <T> List<T> values(IntFunction<T> value) {
        return IntStream.concat(IntStream.range(1, ROWS), IntStream.range(100, 100 + MANY))
                .mapToObj(value)
                .toList();
    }

    private List<Integer> found(Condition<Object> condition) {
        return await(db.read(session -> session.all(select(Everything.class).where(condition)))).stream()
                .map(row -> row.small)
                .sorted()
                .toList();
    }

    private List<Integer> foundBy(String attribute, List<?> values) {
        return await(db.read(session -> session.all(hql(
                        Integer.class,
                        "select e.small from Everything e where e." + attribute + " in :list order by e.small")
                .with("list", values))));
    }

    @Test
    void severalListsTogetherMayHaveMoreThanTheProtocolsCount() {
        assertThat(found(and(
                        col("name").in(some(LongListsContract::text)),
                        col("large").in(some(LongListsContract::large)),
                        col("price").in(some(LongListsContract::price)),
                        col("date").in(some(LongListsContract::date)),
                        col("dateTime").in(some(LongListsContract::dateTime)),
                        col("instant").in(some(LongListsContract::instant)),
                        col("ratio").in(some(i -> i + 0.5)),
                        col("uuid").in(some(LongListsContract::uuid)))))
                .containsExactly(1, 2);
        assertThat(parameters()).containsExactly(8);
    }

    private static <T> List<T> some(IntFunction<T> value) {
        return values(value).subList(0, 9_000);
    }

    @Test
    void listsMayBeNegatedNamedAndWrittenInHql() {
        List<Integer> small = values(i -> i);

        assertThat(found(not(col("small").in(small)))).containsExactly(0);
        assertThat(foundBy("small", small)).containsExactly(1, 2);
        assertThat(found(lookup("small__in", small))).containsExactly(1, 2);
    }

    @Test
    void nullInANegatedListLeavesNoRow() {
        List<Integer> withNull = new ArrayList<>(values(i -> i));
        withNull.add(null);

        List<Integer> others = await(db.read(
                session -> session.all(hql(Integer.class, "select e.small from Everything e where e.small not in :list")
                        .with("list", withNull))));

        assertThat(others).isEmpty();
        assertThat(foundBy("small", withNull)).containsExactly(1, 2);
    }

    @Test
    void enumsAreComparedAsTheyAreStored() {
        assertThat(foundBy(
                        "status",
                        IntStream.range(0, MANY)
                                .mapToObj(i -> Everything.Status.RELEASED)
                                .toList()))
                .containsExactly(0, 1, 2);
        assertThat(foundBy(
                        "status",
                        IntStream.range(0, MANY)
                                .mapToObj(i -> Everything.Status.DRAFT)
                                .toList()))
                .isEmpty();
    }

    @Test
    void changesOfManyRowsTakeLongLists() {
        List<Integer> small = values(i -> i);

        int changed = await(db.begin(session -> session.execute(update(Everything.class)
                .set("name", "changed")
                .where(col("small").in(small)))));
        int deleted = await(db.begin(session -> session.execute(delete(Everything.class)
                .where(and(col("name").eq("changed"), col("small").in(small))))));

        assertThat(changed).isEqualTo(2);
        assertThat(deleted).isEqualTo(2);
        assertThat(found(col("done").isNull())).containsExactly(0);
    }

    @Test
    void theWorkDoesNotGrowWithTheList() {
        assertThat(found(col("id").in(LongStream.range(0, TOO_MANY).boxed().toList())))
                .containsExactly(0, 1, 2);
        assertThat(found(col("id").in(LongStream.range(0, 2 * TOO_MANY).boxed().toList())))
                .containsExactly(0, 1, 2);

        assertThat(statements)
                .extracting(ExecutedStatement::sql)
                .hasSize(2)
                .containsOnly(statements.get(0).sql());
        assertThat(parameters()).containsExactly(1, 1);
    }

    /** The first one's services are found first; this driver and Unirow come behind. */
    @Test
    @Requires(Capability.PERSISTENCE)
    void theOrderOfTheClassPathDoesNotMatter(@TempDir Path folder) throws Exception {
        await(db.begin(session -> {
            session.add(new User("class path"));
            return Uni.createFrom().voidItem();
        }));
        Path output = folder.resolve("output.txt");
        Path reactive = Path.of(ReactivePersistenceProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        Process process = JavaProgram.of(LongListProgram.class)
                .after(reactive + File.pathSeparator)
                .process(url, String.valueOf(TOO_MANY))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("found 1");
    }

    private List<Integer> parameters() {
        return statements.stream()
                .filter(statement -> statement.operation().equals("SELECT"))
                .map(ExecutedStatement::parameters)
                .toList();
    }

    @Test
    void manyShortListsAreRefusedAlike() {
        List<Integer> few = IntStream.range(0, 950).boxed().toList();
        Condition<Object> condition = col("small").in(few);
        for (int i = 0; i < 70; i++) {
            condition = and(condition, col("small").in(few));
        }
        Condition<Object> many = condition;

        assertThatThrownBy(() -> found(many))
                .hasMessageContaining("at most 65535")
                .hasMessageContaining("Split its list");
    }

    @Test
    void querySetsTakeLongLists() {
        QuerySet<Everything> rows = QuerySet.of(Everything.class).in(db);
        List<Integer> small = values(i -> i);

        assertThat(await(rows.filter("small__in", small).count())).isEqualTo(2);
        assertThat(await(rows.exclude("small__in", small).count())).isOne();
        assertThat(await(rows.filter("small__in", small).update(Map.of("name", "changed"))))
                .isEqualTo(2);
        assertThat(await(rows.filter("name__in", Collections.nCopies(MANY, "changed"))
                        .delete()))
                .isEqualTo(2);
    }

    @Test
    void referencesAreComparedWithManyModels() {
        User chonky = new User("chonky");
        User phroge = new User("phroge");
        await(db.begin(session -> session.insertAll(List.of(chonky, phroge))
                .chain(() -> session.insertAll(List.of(new Pet("a", chonky), new Pet("b", phroge))))
                .replaceWithVoid()));
        statements.clear();

        List<Pet> pets = await(db.read(session ->
                session.all(select(Pet.class).where(col("owner").in(Collections.nCopies(MANY, chonky))))));

        assertThat(pets).extracting(Pet::name).containsExactly("a");
        assertThat(parameters()).containsExactly(1);
    }
}
