package dev.unirow.session.tests;

import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.ExecutedStatement;
import dev.unirow.session.tests.models.Invoice;
import dev.unirow.session.tests.models.Voucher;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys, times, defaults and computed columns are in the model once its row is written, whichever way that was. */
@EachDatabase
class GeneratedValuesContract extends DatabaseContract {
    private final List<ExecutedStatement> heard = new CopyOnWriteArrayList<>();

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Invoice.class, Voucher.class};
    }

    @Override
    public Database open() {
        return Database.builder(target.newDatabaseUrl())
                .models(models())
                .listener(heard::add)
                .open();
    }

    /** The ways in which a new model is written. */
    enum Way {
        ADD((session, invoice) -> {
            session.add(invoice);
            return session.flush().replaceWith(invoice);
        }),
        INSERT((session, invoice) -> session.insert(invoice)),
        INSERT_ALL((session, invoice) -> session.insertAll(List.of(invoice)).map(all -> all.get(0))),
        SAVE((session, invoice) -> session.save(invoice).call(session::flush)),
        SAVE_ALL((session, invoice) ->
                session.saveAll(List.of(invoice)).call(session::flush).map(all -> all.get(0))),
        INSERT_IF_ABSENT((session, invoice) -> session.insertIfAbsent(invoice));

        private final BiFunction<AsyncSession, Invoice, Uni<Invoice>> write;

        Way(BiFunction<AsyncSession, Invoice, Uni<Invoice>> write) {
            this.write = write;
        }
    }

    private Invoice written(Way way) {
        heard.clear();
        return await(db.begin(session -> way.write.apply(session, new Invoice("desk", 3, 5))));
    }

    @ParameterizedTest
    @EnumSource
    void theModelHasWhatItsRowWasGiven(Way way) {
        Instant before = Instant.now().minusMillis(1);
        Invoice written = written(way);
        Invoice read = readElsewhere(Invoice.class, written.id());

        assertThat(written.id().version()).isEqualTo(7);
        assertThat(written.createdAt()).isBetween(before, Instant.now()).isEqualTo(read.createdAt());
        assertThat(written.updatedAt()).isBetween(before, Instant.now()).isEqualTo(read.updatedAt());
        assertThat(written.createdLocally()).isNotNull().isEqualTo(read.createdLocally());
        assertThat(written.updatedLocally()).isNotNull().isEqualTo(read.updatedLocally());
        assertThat(written.currency()).isEqualTo(read.currency()).isEqualTo("EUR");
        assertThat(written.state()).isEqualTo(read.state()).isEqualTo("open");
        assertThat(written.priority()).isEqualTo(read.priority()).isEqualTo(7);
        assertThat(written.total()).isEqualTo(read.total()).isEqualTo(15);
        assertThat(read.next()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADD", "INSERT", "INSERT_ALL", "SAVE", "SAVE_ALL"})
    void theInsertReturnsWhatTheDatabaseGave(Way way) {
        written(way);

        assertThat(heard).extracting(ExecutedStatement::operation).containsExactly("BEGIN", "INSERT", "COMMIT");
    }

    @Test
    void manyRowsGetTheirValuesToo() {
        List<Invoice> invoices =
                IntStream.range(0, 20).mapToObj(i -> new Invoice("desk", i, 2)).toList();
        await(db.begin(session -> session.insertAll(invoices)));

        assertThat(invoices)
                .extracting(Invoice::total)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).map(i -> i * 2).boxed().toList());
        assertThat(invoices).extracting(Invoice::state).containsOnly("open");
    }

    @Test
    void rowsThatTheDatabaseNumbersGetTheirValuesToo() {
        Voucher open = new Voucher(1, null);
        open.codes().addAll(List.of("a", "b"));
        Voucher paid = new Voucher(2, "paid");
        await(db.begin(session -> session.insertAll(List.of(open, paid))));

        assertThat(List.of(open, paid)).extracting(Voucher::state).containsExactly("open", "paid");
        assertThat(List.of(open, paid)).extracting(Voucher::twice).containsExactly(2, 4);
        assertThat(open.id()).isNotNull().isNotEqualTo(paid.id());
        Voucher read = readElsewhere(Voucher.class, open.id());
        assertThat(read.codes()).containsExactly("a", "b");
        assertThat(read.version()).isEqualTo(open.version());
        assertThat(readElsewhere(Voucher.class, paid.id()).state()).isEqualTo("paid");
    }

    @Test
    void aWritableDefaultIsOverruled() {
        Voucher open = new Voucher(1, null);
        Voucher paid = new Voucher(2, "paid");
        heard.clear();
        await(db.begin(session -> {
            session.addAll(open, paid);
            return session.flush();
        }));

        assertThat(heard)
                .extracting(ExecutedStatement::operation)
                .containsExactly("BEGIN", "INSERT", "INSERT", "COMMIT");
        assertThat(List.of(open, paid)).extracting(Voucher::state).containsExactly("open", "paid");
        assertThat(readElsewhere(Voucher.class, open.id()).state()).isEqualTo("open");
        assertThat(readElsewhere(Voucher.class, paid.id()).state()).isEqualTo("paid");
    }

    @Test
    void keysOfVersionSevenAscend() {
        List<UUID> keys = IntStream.range(0, 50)
                .mapToObj(i -> {
                    Invoice invoice = new Invoice("desk", i, 2);
                    await(db.begin(session -> session.insertAll(List.of(invoice))));
                    return invoice.id();
                })
                .toList();

        assertThat(keys).extracting(UUID::toString).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aChangeSetsItsTimeAndComputesAgain() {
        Invoice written = written(Way.ADD);
        heard.clear();
        Invoice changed = await(db.begin(session -> session.get(Invoice.class, written.id())
                .invoke(each -> each.setQuantity(4))
                .call(session::flush)));
        List<String> sent = heard.stream().map(ExecutedStatement::operation).toList();
        Invoice read = readElsewhere(Invoice.class, written.id());

        assertThat(sent)
                .isEqualTo(
                        target.returnsFromUpdates()
                                ? List.of("BEGIN", "SELECT", "UPDATE", "COMMIT")
                                : List.of("BEGIN", "SELECT", "UPDATE", "SELECT", "COMMIT"));
        assertThat(changed.total()).isEqualTo(read.total()).isEqualTo(20);
        assertThat(changed.updatedAt()).isAfter(written.updatedAt()).isEqualTo(read.updatedAt());
        assertThat(changed.updatedLocally()).isAfter(written.updatedLocally()).isEqualTo(read.updatedLocally());
        assertThat(read.createdAt()).isEqualTo(written.createdAt());
        assertThat(read.state()).isEqualTo("open");
    }

    @Test
    void aSaveOverARowSetsItsTime() {
        Invoice written = written(Way.ADD);
        Invoice again = Models.from(Invoice.class, Map.of("title", "chair"));
        again.setId(written.id());
        await(db.begin(session -> session.save(again)));
        Invoice read = readElsewhere(Invoice.class, written.id());

        assertThat(read.title()).isEqualTo("chair");
        assertThat(read.updatedAt()).isAfter(written.updatedAt());
        assertThat(read.createdAt()).isEqualTo(written.createdAt());
        assertThat(read.state()).isEqualTo("open");
    }

    @Test
    void anUpdateOfManyRowsSetsTheirTime() {
        Invoice written = written(Way.ADD);
        await(db.begin(session -> session.execute(update(Invoice.class).set("title", "chair"))));
        Invoice read = readElsewhere(Invoice.class, written.id());

        assertThat(read.title()).isEqualTo("chair");
        assertThat(read.total()).isEqualTo(15);
        assertThat(read.updatedAt()).isAfter(written.updatedAt());
        assertThat(read.updatedLocally()).isAfter(written.updatedLocally());
        assertThat(read.createdAt()).isEqualTo(written.createdAt());
    }

    @Test
    void anUpdateOfManyRowsKeepsTheTimeItIsGiven() {
        Invoice written = written(Way.ADD);
        Instant given = Instant.parse("2001-02-03T04:05:06Z");
        await(db.begin(session ->
                session.execute(update(Invoice.class).set("title", "chair").set("updatedAt", given))));
        Invoice read = readElsewhere(Invoice.class, written.id());

        assertThat(read.updatedAt()).isEqualTo(given);
        assertThat(read.updatedLocally()).isAfter(written.updatedLocally());
    }

    @ParameterizedTest
    @CsvSource({"email, a@b.org, a.b.org", "site, https://a.org/b?c=d, no site", "host, ::1, localhost"})
    void textOfAFormIsJudgedBeforeItIsSent(String property, String valid, String invalid) {
        Voucher right = Models.from(Voucher.class, Map.of(property, valid));
        await(db.begin(session -> session.insert(right)));
        heard.clear();

        assertThatThrownBy(() -> Models.from(Voucher.class, Map.of(property, invalid)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'" + property + "'");
        assertThat(heard).isEmpty();
    }

    @Test
    void checkFindsNothing() {
        assertThat(TypesContract.differences(db)).isEmpty();
    }
}
