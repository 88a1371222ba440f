package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.query.Queries.text;
import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.AsyncSession;
import dev.unirow.session.Echo;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Book;
import dev.unirow.session.tests.models.Pet;
import dev.unirow.session.tests.models.Shelf;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.CapturedLog;
import dev.unirow.testing.EachDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many models by one call: saved by their keys, or inserted past the session. */
@EachDatabase
class ManyRowsContract extends DatabaseContract {
    AsyncSession session;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {User.class, Pet.class, Tag.class, Shelf.class, Book.class};
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private static User byHand(long id, String name) {
        return Models.from(User.class, Map.of("id", id, "name", name));
    }

    private <T> T echoed(List<String> into, Supplier<T> work) {
        try (CapturedLog echo = CapturedLog.of("unirow.engine")) {
            db.echo(Echo.ON);
            T result = work.get();
            into.addAll(echo.lines());
            return result;
        } finally {
            db.echo(Echo.OFF);
        }
    }

    @Nested
    class SaveAll {
        @Test
        void writesWhatIsSetOverRowsInsertsTheOthersAndKeepsTheOrder() {
            await(db.begin(s -> s.insertAll(List.of(new Tag("a", "one"), new Tag("b", "two")))));
            User added = new User("new");

            List<Object> saved = await(session.saveAll(
                    List.of(new Tag("b", null), added, new Tag("new", "three"), new Tag("a", "changed"))));
            await(session.commit());

            assertThat(saved.stream().map(each -> each instanceof Tag tag ? tag.label() : each))
                    .containsExactly("b", added, "new", "a");
            assertThat(saved.get(1)).isSameAs(added);
            assertThat(((Tag) saved.get(0)).text()).as("what was not set").isEqualTo("two");
            assertThat(readElsewhere(Tag.class, "a").text()).isEqualTo("changed");
            assertThat(readElsewhere(Tag.class, "b").text()).isEqualTo("two");
            assertThat(readElsewhere(Tag.class, "new").text()).isEqualTo("three");
            assertThat(await(session.contains(saved.get(3)))).isTrue();
        }

        @Test
        void asksOnceForAllKeysOfAClass() {
            await(db.begin(s -> s.insertAll(List.of(new Tag("a", "one"), new Tag("b", "two"), new User("chonky")))));
            List<String> sent = new ArrayList<>();

            echoed(
                    sent,
                    () -> await(session.saveAll(List.of(
                            new Tag("a", "1"),
                            byHand(1, "slim"),
                            new Tag("b", "2"),
                            new Tag("c", "3"),
                            new User("new")))));

            assertThat(sent).filteredOn(line -> line.startsWith("select")).hasSize(2);
            assertThat(sent).noneMatch(line -> line.startsWith("insert") || line.startsWith("update"));
        }

        @Test
        void sendsNothingBeforeTheFlushAndKeepsNothingBeforeTheCommit() {
            await(db.begin(s -> s.insertAll(List.of(new Tag("a", "one")))));

            List<Tag> saved = await(session.saveAll(List.of(new Tag("a", "changed"), new Tag("b", "new"))));
            await(session.rollback());
            assertThat(readElsewhere(Tag.class, "b")).as("not flushed").isNull();

            saved = await(session.saveAll(List.of(new Tag("a", "changed"), new Tag("b", "new"))));
            await(session.flush());
            assertThat(await(session.count(select(Tag.class)))).isEqualTo(2);
            await(session.rollback());
            assertThat(readElsewhere(Tag.class, "a").text()).as("not committed").isEqualTo("one");

            saved = await(session.saveAll(List.of(new Tag("a", "changed"), new Tag("b", "new"))));
            await(session.commit());
            assertThat(readElsewhere(Tag.class, "a").text()).isEqualTo("changed");
            assertThat(saved).extracting(Tag::label).containsExactly("a", "b");
            assertThat(readElsewhere(Tag.class, "b").text()).isEqualTo("new");
        }

        @Test
        void answersTrackedAndPendingModelsThemselves() {
            Tag tracked = await(session.insert(new Tag("a", "one")));
            Tag pending = new Tag("b", "two");
            session.add(pending);

            List<Tag> saved = await(session.saveAll(List.of(tracked, pending)));
            List<Tag> again = await(session.saveAll(List.of(new Tag("b", "2"), new Tag("a", "1"))));

            assertThat(saved.get(0)).isSameAs(tracked);
            assertThat(saved.get(1)).isSameAs(pending);
            assertThat(again.get(0)).isSameAs(pending);
            assertThat(again.get(1)).isSameAs(tracked);
            assertThat(pending.text()).isEqualTo("2");
            assertThat(tracked.text()).isEqualTo("1");
        }

        @Test
        void refusesDuplicatesNothingAndWhatIsNoModelAtTheCall() {
            assertThatThrownBy(() -> session.saveAll(List.of(new Tag("a", "1"), new User("u"), new Tag("a", "2"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("saveAll: two models of the class Tag have the same key.");
            assertThatThrownBy(() -> session.saveAll(List.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> session.saveAll(List.of(new Tag("a", "1"), "text")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("java.lang.String is no model");
        }

        @Test
        void changesNothingWhereOneIsRefused() {
            User outdated = committedUser("chonky");
            await(db.begin(other -> other.get(User.class, 1).invoke(user -> user.setName("changed"))));
            Tag tracked = await(session.insert(new Tag("a", "one")));

            assertThatThrownBy(() -> await(session.saveAll(List.of(new Tag("a", "two"), new User(" ")))))
                    .isInstanceOf(InvalidModelException.class);
            assertThatThrownBy(() -> await(session.saveAll(List.of(new Tag("a", "two"), new Tag("c", "3"), outdated))))
                    .isInstanceOf(StaleModelException.class);

            await(session.commit());
            assertThat(tracked.text()).isEqualTo("one");
            assertThat(readElsewhere(Tag.class, "c")).isNull();
        }

        @Test
        void insertsAModelWithAGivenKeyOfAGeneratedKind() {
            List<User> saved = await(session.saveAll(List.of(byHand(77, "chonky"), new User("next"))));
            await(session.commit());

            assertThat(saved.get(0).id()).isEqualTo(77);
            assertThat(readElsewhere(User.class, 77).name()).isEqualTo("chonky");
            assertThat(readElsewhere(User.class, saved.get(1).id()).name()).isEqualTo("next");
        }
    }

    @Nested
    class InsertAll {
        @Test
        void givesEachModelTheKeyOfItsOwnRowAndTracksNone() {
            await(session.insert(new User("there already")));
            List<User> users = new ArrayList<>();
            for (int i = 0; i < 1203; i++) {
                users.add(new User("user " + i));
            }

            List<User> inserted = await(session.insertAll(users));
            await(session.commit());

            assertThat(inserted).hasSize(1203).isEqualTo(users);
            assertThat(users.get(0).version()).isZero();
            assertThat(await(session.contains(users.get(0)))).isFalse();
            Map<Long, String> rows = new HashMap<>();
            await(db.session(s -> s.all(select(User.class)))).forEach(user -> rows.put(user.id(), user.name()));
            assertThat(rows).hasSize(1204);
            assertThat(users).allSatisfy(user -> assertThat(rows).containsEntry(user.id(), user.name()));
            User next = await(session.insert(new User("next")));
            assertThat(rows).doesNotContainKey(next.id());
        }

        @Test
        void sendsManyRowsInFewStatements() {
            List<User> users = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                users.add(new User("user " + i));
            }
            List<String> sent = new ArrayList<>();

            echoed(sent, () -> await(session.insertAll(users)));

            assertThat(sent).hasSizeLessThan(20);
        }

        @Test
        void insertsTheValuesInCollections() {
            Shelf hall = new Shelf("hall");
            hall.labels().addAll(Set.of("low", "wide"));
            hall.counts().put("books", 3);
            Shelf attic = new Shelf("attic");

            await(session.insertAll(List.of(hall, attic)));
            await(session.commit());

            Shelf found = await(session.one(
                    select(Shelf.class).where(text(Shelf::place).eq("hall")).fetch(Shelf::labels)));
            assertThat(found.id()).isEqualTo(hall.id());
            assertThat(found.labels()).containsExactlyInAnyOrder("low", "wide");
            assertThat(await(session.fetch(found.counts()))).containsEntry("books", 3);
            assertThat(await(session.fetch(
                            await(session.get(Shelf.class, attic.id())).labels())))
                    .isEmpty();
        }

        @Test
        void takesReferencesMixedClassesAndGivenKeys() {
            User owner = new User("chonky");
            session.add(owner);

            await(session.insertAll(List.of(
                    new Pet("phroge", owner), byHand(77, "given"), new Tag("a", null), new Pet("birb", owner))));
            await(session.commit());

            List<Pet> pets =
                    await(db.session((AsyncSession s) -> s.all(select(Pet.class).fetch(Pet::owner))));
            assertThat(pets)
                    .allMatch(pet -> pet.owner().name().equals("chonky"))
                    .extracting(Pet::name)
                    .containsExactlyInAnyOrder("phroge", "birb");
            assertThat(readElsewhere(User.class, 77).name()).isEqualTo("given");
            assertThat(readElsewhere(Tag.class, "a").text()).isNull();
        }

        @Test
        void isAllOrNothingAndTheModelsAreNewAgain() {
            User owner = committedUser("chonky");
            Pet first = new Pet("same", owner);
            Pet second = new Pet("same", owner);
            User user = new User("other");

            assertThatThrownBy(() -> await(session.insertAll(List.of(user, first, second))))
                    .isInstanceOf(UniqueViolationException.class);
            await(session.rollback());

            assertThat(await(session.count(select(Pet.class)))).isZero();
            assertThat(first.id()).isNull();
            assertThat(user.id()).isNull();
            assertThat(user.version()).isNull();
            await(session.insertAll(List.of(user, first)));
            await(session.rollback());
            assertThat(first.id()).isNull();
            session.addAll(user, first);
            await(session.commit());
            assertThat(readElsewhere(Pet.class, first.id()).name()).isEqualTo("same");
        }

        @Test
        void validatesAllBeforeAnythingIsSent() {
            assertThatThrownBy(() -> await(session.insertAll(List.of(new User("fine"), new User(" ")))))
                    .isInstanceOf(InvalidModelException.class);
            assertThatThrownBy(() -> await(session.insertAll(List.of(new Pet("stray", null)))))
                    .isInstanceOf(InvalidModelException.class);

            assertThat(await(session.inTransaction())).isFalse();
            await(session.commit());
        }

        @Test
        void refusesTheSameModelTwiceAndModelsThatAreTracked() {
            User user = new User("chonky");
            assertThatThrownBy(() -> session.insertAll(List.of(user, user)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("insertAll: the same User stands in the list twice.");
            session.add(user);
            assertThatThrownBy(() -> await(session.insertAll(List.of(user))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("flush() sends it");
            assertThat(await(session.insertAll(List.of()))).isEmpty();
        }
    }
}
