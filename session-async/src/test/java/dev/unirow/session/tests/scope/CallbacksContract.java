package dev.unirow.session.tests.scope;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Models;
import dev.unirow.session.tests.DatabaseContract;
import dev.unirow.session.tests.models.Diary;
import dev.unirow.session.tests.models.Memo;
import dev.unirow.session.tests.models.Notebook;
import dev.unirow.session.tests.models.Slip;
import dev.unirow.testing.EachDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The callbacks of Jakarta Persistence, in its order: listeners, superclasses, the class itself. */
@EachDatabase
class CallbacksContract extends DatabaseContract {
    private Diary diary;

    @Override
    public Class<?>[] models() {
        return new Class<?>[] {Diary.class, Memo.class, Notebook.class, Notebook.Leaf.class, Slip.class};
    }

    @BeforeEach
    void storeOne() {
        Diary.calls();
        diary = new Diary(" first ");
        await(db.begin(session -> {
            session.add(diary);
            return session.flush();
        }));
    }

    @Test
    void anInsertCallsBeforeAndAfter() {
        assertThat(Diary.calls())
                .containsExactly(
                        "listener PrePersist",
                        "superclass PrePersist",
                        "own PrePersist without key",
                        "own PostPersist with key");
        assertThat(readElsewhere(Diary.class, diary.id()).text()).isEqualTo("first");
    }

    @Test
    void anUpdateCallsBeforeAndAfterAndWhatTheCallbackChangesIsWritten() {
        await(db.begin(session -> session.get(Diary.class, diary.id())
                .invoke(() -> Diary.calls())
                .invoke(found -> found.setText(" second "))));
        assertThat(Diary.calls()).containsExactly("superclass PreUpdate", "own PreUpdate", "own PostUpdate");
        assertThat(readElsewhere(Diary.class, diary.id()).text()).isEqualTo("second");
    }

    @Test
    void noUpdateIsCalledWhereNothingChanged() {
        await(db.begin(session -> session.get(Diary.class, diary.id())
                .invoke(() -> Diary.calls())
                .invoke(found -> found.setText("first"))));
        assertThat(Diary.calls()).isEmpty();
    }

    @Test
    void aDeleteCallsBeforeAndAfter() {
        await(db.begin(session ->
                session.get(Diary.class, diary.id()).invoke(() -> Diary.calls()).chain(session::delete)));
        assertThat(Diary.calls()).containsExactly("own PreRemove", "own PostRemove");
    }

    @Test
    void loadingCallsWithTheValuesInPlace() {
        Diary.calls();
        assertThat(readElsewhere(Diary.class, diary.id())).isNotNull();
        assertThat(Diary.calls()).containsExactly("listener PostLoad", "own PostLoad first");
    }

    @ParameterizedTest
    @EnumSource
    void everyWayToARowCallsWhatThePageSays(CallbackWay way) {
        Diary.calls();

        await(db.begin(session -> way.run(session, diary).invoke(() -> {
            assertThat(way.shown(Diary.calls())).isEqualTo(way.calls());
        })));
    }

    @Test
    void theCallbackAfterAnInsertHasTheRowsValues() {
        for (Uni<Diary> insert : List.of(
                db.begin(session -> session.insertIfAbsent(new Diary(" second "))),
                db.begin(session -> session.insert(Models.from(Diary.class, Map.of("id", 77, "text", " third ")))))) {
            Diary.calls();
            Diary inserted = await(insert);
            assertThat(Diary.calls()).endsWith("own PostLoad " + inserted.text(), "own PostPersist with key");
        }
        assertThat(all(Diary.class)).extracting(Diary::text).containsExactlyInAnyOrder("first", "second", "third");
    }

    @Test
    void aRowThatIsInTheWayOfWhatTheCallbackGivesIsStillNoFailure() {
        Diary absent = await(db.begin(session -> session.insertIfAbsent(new Diary(" first "))));

        assertThat(absent).isNull();
        assertThat(all(Diary.class)).hasSize(1);
    }
}
