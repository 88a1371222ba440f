package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.active.tests.models.Album;
import dev.unirow.active.tests.models.Note;
import dev.unirow.active.tests.models.Occasion;
import dev.unirow.active.tests.models.Track;
import dev.unirow.model.InvalidModelException;
import dev.unirow.schema.Index;
import dev.unirow.session.Database;
import dev.unirow.session.exception.NotFoundException;
import dev.unirow.session.exception.UniqueViolationException;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hibernate.LazyInitializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The README of encode's orm, line by line. */
@EachDatabase
class EncodeOrmContract {
    private DatabaseTarget target;
    private Database database;

    @BeforeEach
    void createTheDatabase() {
        database = Database.open(target.newDatabaseUrl(), Note.class, Album.class, Track.class, Occasion.class);
        await(database.createAll());
    }

    @AfterEach
    void closeTheDatabase() {
        database.close();
    }

    @Test
    void theNotesOfThePage() {
        // create, three times
        await(Note.objects.create(Map.of("text", "Buy the groceries.", "completed", false)));
        await(Note.objects.create(Map.of("text", "Call Mum.", "completed", true)));
        await(Note.objects.create(Map.of("text", "Send invoices.", "completed", true)));

        // all
        List<Note> notes = await(Note.objects.all());
        assertThat(texts(notes)).containsExactlyInAnyOrder("Buy the groceries.", "Call Mum.", "Send invoices.");

        // filter by a column
        notes = await(Note.objects.filter("completed", true).all());
        assertThat(texts(notes)).containsExactlyInAnyOrder("Call Mum.", "Send invoices.");

        // filter by a column and an operator
        notes = await(Note.objects.filter("text__icontains", "mum").all());
        assertThat(texts(notes)).containsExactly("Call Mum.");

        // get by id
        Note note = await(Note.objects.get("id", 1));
        assertThat(note.text()).isEqualTo("Buy the groceries.");

        // update
        await(note.update(Map.of("completed", true)));
        assertThat(note.completed()).isTrue();
        assertThat(await(Note.objects.filter("completed", true).count())).isEqualTo(3);

        // delete
        await(note.delete());
        assertThatThrownBy(() -> await(Note.objects.get("id", 1))).isInstanceOf(NotFoundException.class);

        // get by pk, which is the primary key whatever it is called
        note = await(Note.objects.get("pk", 2));
        assertThat(note.pk()).isEqualTo(2L);
        assertThat(note.text()).isEqualTo("Call Mum.");
    }

    @Test
    void theOperatorsThatThePageLists() {
        await(Note.objects.create(Map.of("text", "Buy the groceries.")));
        await(Note.objects.create(Map.of("text", "Call Mum.")));

        // exact, iexact
        assertThat(found("text__exact", "Call Mum.")).containsExactly(2L);
        assertThat(found("text__exact", "call mum.")).isEmpty();
        assertThat(found("text__iexact", "call mum.")).containsExactly(2L);
        // contains, icontains
        assertThat(found("text__contains", "Mum")).containsExactly(2L);
        assertThat(found("text__contains", "mum")).isEmpty();
        assertThat(found("text__icontains", "mum")).containsExactly(2L);
        // lt, lte, gt, gte, in
        assertThat(found("id__lt", 2)).containsExactly(1L);
        assertThat(found("id__lte", 2)).containsExactly(1L, 2L);
        assertThat(found("id__gt", 1)).containsExactly(2L);
        assertThat(found("id__gte", 1)).containsExactly(1L, 2L);
        assertThat(found("id__in", List.of(2, 3))).containsExactly(2L);
    }

    @Test
    void theAlbumsAndTracksOfThePage() {
        // the records to work with
        Album malibu = await(Album.objects.create(Map.of("name", "Malibu")));
        await(Track.objects.create(Map.of("album", malibu, "title", "The Bird", "position", 1)));
        await(Track.objects.create(Map.of("album", malibu, "title", "Heart don't stand a chance", "position", 2)));
        await(Track.objects.create(Map.of("album", malibu, "title", "The Waters", "position", 3)));

        Album fantasies = await(Album.objects.create(Map.of("name", "Fantasies")));
        await(Track.objects.create(Map.of("album", fantasies, "title", "Help I'm Alive", "position", 1)));
        await(Track.objects.create(Map.of("album", fantasies, "title", "Sick Muse", "position", 2)));

        // a track without its album loaded
        Track track = await(Track.objects.get("title", "The Bird"));

        // only the key of the album is there
        assertThat(track.album()).hasToString("Album(id=1) [sparse]");
        assertThat(track.album().pk()).isEqualTo(1L);
        // an AttributeError there
        Track sparse = track;
        assertThatThrownBy(() -> sparse.album().name()).isInstanceOf(LazyInitializationException.class);

        // load the album
        await(track.album().load());
        assertThat(track.album().name()).isEqualTo("Malibu");

        // a track with its album loaded
        track = await(Track.objects.selectRelated("album").get("title", "The Bird"));
        assertThat(track.album().name()).isEqualTo("Malibu");

        // filter across the reference
        List<Track> tracks =
                await(Track.objects.filter("album__name", "Fantasies").all());
        assertThat(tracks).hasSize(2);

        // filter across the reference, with an operator
        tracks = await(Track.objects.filter("album__name__iexact", "fantasies").all());
        assertThat(tracks).hasSize(2);

        // limit
        tracks = await(Track.objects.limit(1).all());
        assertThat(tracks).hasSize(1);
    }

    @Test
    void theTypesThatThePageLists() {
        Map<String, Object> values = Map.of(
                "number",
                7,
                // string, text
                "title",
                "Tea",
                "story",
                "long".repeat(1250),
                // boolean, integer, float
                "secret",
                false,
                "guests",
                3,
                "cost",
                12.5,
                // date, time, datetime
                "day",
                LocalDate.of(2026, 11, 20),
                "start",
                LocalTime.of(16, 30),
                "noted",
                LocalDateTime.of(2026, 11, 1, 9, 0, 5),
                // JSON
                "extra",
                Map.of("tables", List.of(4, 6)));
        await(Occasion.objects.create(values));

        Occasion read = await(Occasion.objects.get("pk", 7));

        assertThat(read.title()).isEqualTo("Tea");
        assertThat(read.story()).hasSize(5000);
        assertThat(read.secret()).isFalse();
        assertThat(read.guests()).isEqualTo(3);
        assertThat(read.cost()).isEqualTo(12.5);
        assertThat(read.day()).isEqualTo("2026-11-20");
        assertThat(read.start()).isEqualTo("16:30");
        assertThat(read.noted()).isEqualTo("2026-11-01T09:00:05");
        assertThat(read.extra()).containsExactly(Map.entry("tables", List.of(4, 6)));
        assertThat(await(Occasion.objects
                        .filter("day__lt", LocalDate.of(2026, 11, 21))
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void theOptionsThatThePageLists() {
        // primary_key: given here, not generated; default, allow_blank, allow_null
        Occasion tea = await(Occasion.objects.create(Map.of("number", 7, "title", "Tea")));
        assertThat(tea.pk()).isEqualTo(7);
        assertThat(tea.guests()).isEqualTo(2);
        assertThat(tea.secret()).isTrue();
        assertThat(tea.place()).isEmpty();
        assertThat(tea.day()).isNull();

        // all fields are required unless they say otherwise
        assertThatThrownBy(() -> await(Occasion.objects.create(Map.of("number", 8))))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Occasion is not valid: 'title' must not be blank (1 problem).");

        // unique
        assertThatThrownBy(() -> await(Occasion.objects.create(Map.of("number", 9, "title", "Tea"))))
                .isInstanceOf(UniqueViolationException.class);

        // index
        assertThat(await(database.reflect()).table("occasion").orElseThrow().indexes())
                .extracting(Index::name)
                .containsExactly("ix_occasion_day");
    }

    private static List<Long> found(String lookup, Object value) {
        return await(Note.objects.filter(lookup, value).orderBy("id").all()).stream()
                .map(Note::id)
                .toList();
    }

    private static List<String> texts(List<Note> notes) {
        return notes.stream().map(Note::text).toList();
    }
}
