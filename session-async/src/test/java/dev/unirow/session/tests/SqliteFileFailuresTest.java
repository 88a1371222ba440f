package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.RetryableException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.SQLITE_FILE)
class SqliteFileFailuresTest extends DatabaseContract {
    @Test
    void aSessionThatReadFirstAndWritesOnAStaleSnapshotIsToldToTryAgain() {
        AsyncSession session = db.session();
        try {
            await(session.find(Tag.class, "a"));
            await(db.begin(other -> {
                other.add(new Tag("b", "meanwhile"));
                return other.flush();
            }));

            session.add(new Tag("c", "too late"));
            assertThatThrownBy(() -> await(session.commit())).isInstanceOf(RetryableException.class);

            await(session.rollback());
            session.add(new Tag("c", "again"));
            await(session.commit());
        } finally {
            await(session.close());
        }
        assertThat(readElsewhere(Tag.class, "c").text()).isEqualTo("again");
    }
}
