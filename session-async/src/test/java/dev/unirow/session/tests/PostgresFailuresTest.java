package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.session.tests.models.Tag;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresFailuresTest extends DatabaseContract {
    @Test
    void aConstraintThatTheCommitChecksFailsTheCommit() {
        await(db.connect(connection -> connection.execute(
                "alter table tag add constraint uq_tag_text unique (text) deferrable initially deferred")));
        AsyncSession session = db.session();
        try {
            session.addAll(new Tag("a", "same"), new Tag("b", "same"));
            await(session.flush());

            UniqueViolationException failure =
                    catchThrowableOfType(UniqueViolationException.class, () -> await(session.commit()));

            assertThat(failure.constraint()).isEqualTo("uq_tag_text");
            assertThat(failure.model()).isEqualTo(Tag.class);
        } finally {
            await(session.close());
        }
        assertThat(readElsewhere(Tag.class, "a")).isNull();
    }
}
