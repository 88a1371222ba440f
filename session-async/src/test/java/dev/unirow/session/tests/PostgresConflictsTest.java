package dev.unirow.session.tests;

import static dev.unirow.query.Queries.select;
import static dev.unirow.session.Await.await;
import static dev.unirow.session.ScopeOptions.options;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.session.Isolation;
import dev.unirow.session.ScopeOptions;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresConflictsTest extends DatabaseContract {
    @AfterEach
    void checkThatNothingIsLeftBehind() {
        assertNothingIsLeftBehind();
    }

    private static Uni<Void> when(CompletableFuture<?> event) {
        return Uni.createFrom().completionStage(event).replaceWithVoid();
    }

    @Test
    void whatFailsAtTheCommitIsDoneAgainFromFreshState() {
        ScopeOptions serializable = options().isolation(Isolation.SERIALIZABLE).retry(3);
        CompletableFuture<Void> loserHasWritten = new CompletableFuture<>();
        CompletableFuture<Void> winnerHasWritten = new CompletableFuture<>();
        List<Long> counts = new CopyOnWriteArrayList<>();
        List<Long> flushed = new CopyOnWriteArrayList<>();

        CompletableFuture<?> winner = db.begin(
                        serializable,
                        s -> s.count(select(Tag.class))
                                .chain(count -> {
                                    s.add(new Tag("winner", null));
                                    return s.flush();
                                })
                                .invoke(() -> winnerHasWritten.complete(null))
                                .chain(() -> when(loserHasWritten)))
                .subscribeAsCompletionStage();
        CompletableFuture<?> loser = db.begin(
                        serializable,
                        s -> s.count(select(Tag.class))
                                .invoke(counts::add)
                                .call(() -> when(winnerHasWritten))
                                .call(count -> {
                                    s.add(new Tag("loser", null));
                                    return s.flush();
                                })
                                .invoke(flushed::add)
                                .invoke(() -> loserHasWritten.complete(null))
                                .chain(() -> when(winner)))
                .subscribeAsCompletionStage();
        loser.join();

        assertThat(flushed).as("only the commit failed").containsExactlyElementsOf(counts);
        assertThat(counts).containsExactly(0L, 1L);
        List<Tag> tags = await(db.session(s -> s.all(select(Tag.class))));
        assertThat(tags).extracting(Tag::label).containsExactlyInAnyOrder("winner", "loser");
    }
}
