package dev.unirow.session.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.exception.StaleModelException;
import dev.unirow.session.tests.models.Versions.ByInstant;
import dev.unirow.session.tests.models.Versions.ByInt;
import dev.unirow.session.tests.models.Versions.ByInteger;
import dev.unirow.session.tests.models.Versions.ByLocalDateTime;
import dev.unirow.session.tests.models.Versions.ByLong;
import dev.unirow.session.tests.models.Versions.ByShort;
import dev.unirow.session.tests.models.Versions.Versioned;
import dev.unirow.testing.EachDatabase;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Versions of every type: they count, they tell what is stale, and a rollback takes them back. */
@EachDatabase
class VersionsContract extends DatabaseContract {
    AsyncSession session;

    static Stream<Supplier<Versioned>> versioned() {
        return Stream.of(ByInt::new, ByInteger::new, ByLong::new, ByShort::new, ByInstant::new, ByLocalDateTime::new);
    }

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {
            ByInt.class, ByInteger.class, ByLong.class, ByShort.class, ByInstant.class, ByLocalDateTime.class
        };
    }

    @BeforeEach
    void openSession() {
        session = db.session();
    }

    @AfterEach
    void closeSession() {
        await(session.close());
    }

    private Versioned committed(Supplier<Versioned> type) {
        Versioned model = type.get();
        session.add(model);
        await(session.commit());
        return model;
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void aVersionCountsWithEveryUpdate(Supplier<Versioned> type) {
        Versioned model = committed(type);
        Object first = model.version();
        assertThat(first).isNotNull();

        model.setName("second");
        await(session.commit());

        assertThat(model.version()).isNotEqualTo(first);
        assertThat(((Versioned) readElsewhere(model.getClass(), model.id())).version())
                .isEqualTo(model.version());
        model.setName("third");
        await(session.commit());
        assertThat(readElsewhere(model.getClass(), model.id()).name()).isEqualTo("third");
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void whatAnotherChangedIsStaleAndTheFailureNamesIt(Supplier<Versioned> type) {
        Versioned model = committed(type);
        await(db.begin(other -> other.get(model.getClass(), model.id()).invoke(theirs -> theirs.setName("theirs"))));

        model.setName("mine");
        StaleModelException failure = catchThrowableOfType(StaleModelException.class, () -> await(session.commit()));

        assertThat(failure.model()).isEqualTo(model.getClass());
        assertThat(failure.key()).isEqualTo(1L);
        assertThat(failure)
                .hasMessage(
                        "The row of " + model.getClass().getSimpleName()
                                + " with key 1 was changed or deleted by another transaction since it was read. Read it again.");
        await(session.rollback());
        assertThat(readElsewhere(model.getClass(), model.id()).name()).isEqualTo("theirs");
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void aRollbackTakesTheVersionBackSoThatTheModelCanBeSavedAgain(Supplier<Versioned> type) {
        Versioned model = committed(type);
        Object version = model.version();
        model.setName("second");
        await(session.flush());
        model.setName("third");
        await(session.flush());

        await(session.rollback());

        assertThat(model.version()).isEqualTo(version);
        await(session.merge(model));
        await(session.commit());
        assertThat(readElsewhere(model.getClass(), model.id()).name()).isEqualTo("third");
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void aRollbackOfTheInsertMakesTheModelNew(Supplier<Versioned> type) {
        Versioned model = type.get();
        Object none = model.version();
        session.add(model);
        await(session.flush());

        await(session.rollback());

        assertThat(model.version()).isEqualTo(none);
        assertThat(model.id()).isNull();
        session.add(model);
        await(session.commit());
        assertThat(readElsewhere(model.getClass(), model.id()).name()).isEqualTo("first");
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void insertAllGivesTheVersionOfTheRow(Supplier<Versioned> type) {
        Versioned model = type.get();
        await(session.insertAll(List.of(type.get(), model)));
        await(session.commit());

        assertThat(((Versioned) readElsewhere(model.getClass(), model.id())).version())
                .isEqualTo(model.version());
    }
}
