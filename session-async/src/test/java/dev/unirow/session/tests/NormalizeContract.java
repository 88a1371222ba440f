package dev.unirow.session.tests;

import static dev.unirow.query.Queries.update;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.QuerySet;
import dev.unirow.active.Shortcuts;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.normalize.Normalize;
import dev.unirow.model.normalize.Trim;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import dev.unirow.session.tests.models.Contact;
import dev.unirow.session.tests.models.Contact.Street;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What {@code @Normalize} makes of a value is what is checked and written, whichever way it goes to the database. */
@EachDatabase
class NormalizeContract extends DatabaseContract {
    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Contact.class};
    }

    private static Map<String, BiFunction<AsyncSession, Contact, Uni<?>>> ways() {
        Map<String, BiFunction<AsyncSession, Contact, Uni<?>>> ways = new LinkedHashMap<>();
        ways.put("add", (session, contact) -> {
            session.add(contact);
            assertThat(contact.name).isEqualTo("Ann");
            return session.flush();
        });
        ways.put("addAll", (session, contact) -> {
            session.addAll(List.of(contact));
            return session.commit();
        });
        ways.put("changed after add", (session, contact) -> {
            session.add(contact);
            contact.name = "  Ann ";
            contact.streets.set(0, new Street(" Oak   "));
            return session.flush();
        });
        ways.put("insert", AsyncSession::insert);
        ways.put("insertAll", (session, contact) -> session.insertAll(List.of(contact)));
        ways.put("insertIfAbsent", AsyncSession::insertIfAbsent);
        ways.put("save", (session, contact) -> session.save(contact).call(session::flush));
        ways.put(
                "saveAll",
                (session, contact) -> session.saveAll(List.of(contact)).call(session::flush));
        ways.put("cascade", (session, contact) -> {
            Contact friend = new Contact("f@x", "f");
            friend.befriend(contact);
            session.add(friend);
            return session.flush();
        });
        return ways;
    }

    @Test
    void whatIsInsertedIsNormalBeforeItIsChecked() {
        SoftAssertions all = new SoftAssertions();
        ways().forEach((way, work) -> {
            boolean one = way.startsWith("insert"); // a single statement has no collections
            // a cascade leaves the key alone
            Contact ann = new Contact(way.equals("cascade") ? "ann@x.org" : " Ann@X.org ", "  Ann   ");
            ann.nickname = "   ";
            ann.street = new Street("  Elm   ");
            if (!one) {
                ann.streets.add(new Street("  Oak   "));
            }
            all.assertThatCode(() ->
                            await(db.begin(session -> work.apply(session, ann).replaceWithVoid())))
                    .as(way)
                    .doesNotThrowAnyException();
            Contact found = await(db.session(session -> session.find(Contact.class, "ann@x.org")
                    .call(row -> row == null
                            ? Uni.createFrom().voidItem()
                            : session.fetch(row.streets).replaceWithVoid())));
            all.assertThat(found).as(way).isNotNull();
            if (found != null) {
                all.assertThat(found.name).as(way).isEqualTo("Ann");
                all.assertThat(found.nickname).as(way).isNull();
                all.assertThat(found.street).as(way).isEqualTo(new Street("Elm"));
                all.assertThat(List.copyOf(found.streets))
                        .as(way)
                        .isEqualTo(one ? List.of() : List.of(new Street("Oak")));
                all.assertThat(ann.name).as(way).isEqualTo("Ann");
            }
            await(db.connect(connection -> connection
                    .execute("delete from contact_streets")
                    .chain(() -> connection.execute("delete from contact where friend_email is not null"))
                    .chain(() -> connection.execute("delete from contact"))));
        });
        all.assertAll();
    }

    private void stored(String name) {
        await(db.begin(session -> session.insert(new Contact("a@x", "old"))));
        await(db.connect(connection -> connection.execute("update contact set name = '" + name + "'")));
    }

    @Test
    void aChangeOfARowIsNormalBeforeItIsChecked() {
        stored("old");
        await(db.begin(session -> session.get(Contact.class, "a@x").invoke(found -> {
            found.name = "  Ann   ";
            found.street = new Street("  Elm   ");
        })));

        Contact found = readElsewhere(Contact.class, "a@x");
        assertThat(found.name).isEqualTo("Ann");
        assertThat(found.street).isEqualTo(new Street("Elm"));
    }

    @Test
    void whatWasStoredBeforeStaysAsItIsUntilItIsAssigned() {
        stored(" old ");
        await(db.begin(session -> session.get(Contact.class, "a@x").invoke(found -> found.nickname = "nick")));
        assertThat(readElsewhere(Contact.class, "a@x").name).isEqualTo(" old ");

        await(db.begin(session -> session.get(Contact.class, "a@x").invoke(found -> found.name = " old")));
        assertThat(readElsewhere(Contact.class, "a@x").name).isEqualTo("old");
    }

    @Test
    void aStatementThatUpdatesNormalizesToo() {
        stored("old");
        await(db.begin(session ->
                session.execute(update(Contact.class).set("name", "  Ann   ").set("nickname", "  "))));
        assertThat(rows("select name, nickname from contact").toString()).isEqualTo("[{name=Ann, nickname=null}]");

        await(QuerySet.of(Contact.class).in(db).filter("email", "a@x").update(Map.of("name", "  Bob      ")));
        assertThat(readElsewhere(Contact.class, "a@x").name).isEqualTo("Bob");
    }

    @Test
    void getOrCreateFindsWhatItHasMade() {
        Map<String, Object> lookups = Map.of("email", " A@X ", "name", " Ann ");
        for (boolean isNew : List.of(true, false)) {
            var made = await(db.begin(session -> Shortcuts.getOrCreate(session, Contact.class, lookups, Map.of())));
            assertThat(made.created()).isEqualTo(isNew);
            assertThat(made.model().email()).isEqualTo("a@x");
        }
    }

    @Test
    void aNormalizerThatFailsIsToldWithoutTheValue() {
        Contact ann = new Contact("a@x", "Ann");
        ann.nickname = "?hunter2";
        String message = "Contact is not valid: 'nickname' is refused by its normalizer 'Known'"
                + " (IllegalArgumentException) (1 problem).";

        assertThatThrownBy(() -> await(db.begin(session -> {
                    session.addAll(new Contact("b@x", "Bob"), ann);
                    return session.flush();
                })))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(message);
        stored("old");
        assertThatThrownBy(() -> await(db.begin(
                        session -> session.get(Contact.class, "a@x").invoke(found -> found.nickname = "?hunter2"))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage(message);
        assertThat(count(Contact.class)).isOne();
    }

    @Embeddable
    public record Aged(@Normalize(Trim.class) Integer age) {}

    @Entity
    static class Elder extends Model {
        @Id
        Long id;

        @Embedded
        Aged aged;
    }

    @Test
    void aNormalizerOfAnotherTypeIsRefusedWhereTheDatabaseIsOpened() {
        assertThatThrownBy(() ->
                        Database.open(target.newDatabaseUrl(), Elder.class).close())
                .rootCause()
                .hasMessageStartingWith(
                        "'Aged.age' is of the type 'Integer', and its normalizer 'Trim' is for 'String'");
    }
}
