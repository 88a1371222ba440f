package dev.unirow.active.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.active.tests.models.Stamp;
import dev.unirow.model.Models;
import dev.unirow.testing.EachDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values that are given by their names are written to fields, past setters. */
@EachDatabase
class SettersContract extends ActiveContract {
    @Test
    void fromCallsNoSetter() {
        assertThat(Models.from(Stamp.class, Map.of("id", 7, "text", "first")).getText())
                .isEqualTo("first");
        assertThat(Models.from(Stamp.class, "{\"text\": \"first\"}").getText()).isEqualTo("first");
    }

    @Test
    void patchCallsNoSetter() {
        Stamp stamp = Models.from(Stamp.class, Map.of("id", 7, "text", "first"));

        Models.patch(stamp, Map.of("text", "second"));

        assertThat(stamp.getText()).isEqualTo("second");
    }

    @Test
    void createCallsNoSetter() {
        Stamp created = await(Stamp.objects.create(Map.of("text", "first")));
        Stamp withKey = await(Stamp.objects.create(Map.of("id", 77, "text", "second")));

        assertThat(await(Stamp.objects.find(created.getId())).getText()).isEqualTo("first");
        assertThat(await(Stamp.objects.find(withKey.getId())).getText()).isEqualTo("second");
    }

    @Test
    void updateCallsNoSetter() {
        Stamp stamp = await(Stamp.objects.create(Map.of("text", "first")));

        await(stamp.update(Map.of("text", "second")));
        assertThat(stamp.getText()).isEqualTo("second");
        await(db.begin(session -> Stamp.objects.find(stamp.getId()).chain(row -> row.update(Map.of("text", "third")))));

        assertThat(await(Stamp.objects.find(stamp.getId())).getText()).isEqualTo("third");
    }
}
