package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.tests.models.User;
import dev.unirow.testing.DatabaseTarget;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With two writers at once, which SQLite does not have. */
class MariaDbScopesTest extends ScopesContract implements DatabaseTarget.OnMariaDb {
    @Test
    void aNestedBeginIsATransactionOfItsOwn() {
        assertThatThrownBy(() -> await(db.begin(outer -> User.objects
                        .create(Map.of("name", "outer"))
                        .chain(() -> db.begin(inner -> User.objects.create(Map.of("name", "inner"))))
                        .onItem()
                        .failWith(() -> new IllegalArgumentException("undo")))))
                .hasMessage("undo");

        assertThat(await(User.objects.all())).extracting(User::name).containsExactly("inner");
    }

    /** A pipeline that is subscribed to apart has no scope around it: it must not land in the open transaction. */
    @Test
    void aPipelineOfItsOwnIsOutsideOfTheScope() {
        assertThatThrownBy(() -> await(db.begin(session -> User.objects
                        .create(Map.of("name", "inside"))
                        .chain(() -> Uni.createFrom()
                                .completionStage(() -> User.objects
                                        .create(Map.of("name", "apart"))
                                        .subscribeAsCompletionStage()))
                        .onItem()
                        .failWith(() -> new IllegalArgumentException("undo")))))
                .hasMessage("undo");

        assertThat(await(User.objects.all())).extracting(User::name).containsExactly("apart");
    }
}
