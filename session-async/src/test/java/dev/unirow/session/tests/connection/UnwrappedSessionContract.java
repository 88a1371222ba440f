package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.TransactionFailedException;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.session.tests.models.User;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** The session of Hibernate Reactive's below one of ours. */
@EachDatabase
class UnwrappedSessionContract extends DatabaseContract {
    private static Mutiny.Session below(AsyncSession session) {
        return session.unwrap(Mutiny.Session.class);
    }

    @Test
    void bothHaveTheSameModelsAndTheSameTransaction() {
        User chonky = new User("chonky");

        Boolean same = await(db.begin(session -> {
            session.add(chonky);
            return session.flush()
                    .chain(() -> below(session).find(User.class, chonky.id()))
                    .map(found -> found == chonky)
                    .call(() -> below(session).persist(new Tag("below", null)))
                    .call(() -> below(session)
                            .createNativeQuery("update tag set text = 'native'")
                            .executeUpdate());
        }));

        assertThat(same).isTrue();
        assertThat(rows("select label from tag")).hasSize(1);
        assertThat(count(User.class)).isEqualTo(1);
    }

    @Test
    void theExampleRuns() {
        await(db.begin(session -> session.insert(new Tag("first", null))));

        // region below
        Uni<Integer> changed = db.begin(session -> session.unwrap(Mutiny.Session.class)
                .createNativeQuery("update tag set text = 'seen'")
                .executeUpdate());
        // endregion

        assertThat(await(changed)).isEqualTo(1);
        assertThat(all(Tag.class)).extracting(Tag::text).containsExactly("seen");
    }

    @Test
    void whatItWroteIsRolledBackWithTheSession() {
        Tag tag = new Tag("below", null);
        Uni<Object> work = db.begin(session -> below(session)
                .persist(tag)
                .chain(() -> below(session).flush())
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("stop"))));

        assertThatThrownBy(() -> await(work)).hasMessage("stop");

        assertThat(count(Tag.class)).isZero();
        assertNothingIsLeftBehind();
    }

    @Test
    void aStatementThatFailsThereFailsTheTransaction() {
        Uni<Void> work = db.begin(session -> session.insert(new Tag("first", null))
                .chain(() -> below(session)
                        .createNativeQuery("update nowhere set a = 1")
                        .executeUpdate())
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid());

        assertThatThrownBy(() -> await(work)).isInstanceOf(TransactionFailedException.class);

        assertThat(count(Tag.class)).isZero();
        assertNothingIsLeftBehind();
    }

    @Test
    void itNeitherBeginsNorEndsNorCloses() {
        await(db.begin(session -> {
            Mutiny.Session below = below(session);
            return session.insert(new Tag("kept", null))
                    .chain(() -> below.withTransaction(
                                    transaction -> Uni.createFrom().voidItem())
                            .onFailure()
                            .recoverWithItem(failure -> {
                                assertThat(failure)
                                        .isInstanceOf(IllegalStateException.class)
                                        .hasMessageContaining("it is that of the AsyncSession");
                                return null;
                            }))
                    .chain(() -> below.close().onFailure().recoverWithItem(failure -> {
                        assertThat(failure).hasMessageContaining("Instead, close the AsyncSession");
                        return null;
                    }))
                    .chain(() -> session.find(Tag.class, "kept"))
                    .invoke(found -> assertThat(found).isNotNull());
        }));

        assertThat(count(Tag.class)).isEqualTo(1);
        assertNothingIsLeftBehind();
    }

    @Test
    void itIsRefusedOutsideTheSessionsEventLoopAndAsSomethingElse() {
        AsyncSession session = db.session();

        assertThatThrownBy(() -> below(session))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("on the session's event loop alone");
        await(session.close());
        assertThatThrownBy(() -> await(db.<Object>begin(own -> Uni.createFrom().item(own.unwrap(String.class)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.String");
    }
}
