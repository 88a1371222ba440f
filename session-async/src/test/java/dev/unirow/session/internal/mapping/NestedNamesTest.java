package dev.unirow.session.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Table;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import dev.unirow.session.tests.models.Drawer;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tables of nested models are called. */
class NestedNamesTest {
    @Test
    void aNestedClassIsNamedAloneInAllThatIsKept() {
        for (Target target : List.of(Target.sqlite(), Target.postgresql(), Target.mariadb())) {
            Schema schema = Schemas.wanted(target, Naming.standard(), List.of(Drawer.MODELS), Map.of());

            assertThat(schema.tables())
                    .extracting(Table::name)
                    .contains("note", "note_keywords", "note_stamp", "draft_of_stamp", "paper", "dated_task");
            assertThat(schema.toJson())
                    .doesNotContainIgnoringCase("drawer")
                    .doesNotContain("$")
                    .contains("pk_note", "fk_note_folder_id_folder", "uq_note_text", "stamp_seq", "'Letter'");
        }
        assertThat(Schemas.wanted(Target.sqlite(), Naming.standard().withPlural(true), List.of(Drawer.MODELS), Map.of())
                        .tables())
                .extracting(Table::name)
                .contains("notes", "note_keywords", "papers", "dated_tasks");
    }

    static final class Elsewhere {
        @Entity
        static class Folder {
            @Id
            private Long id;
        }
    }

    @Test
    void twoNestedClassesOfOneSimpleNameAreRefused() {
        assertThatThrownBy(() -> Schemas.wanted(
                        Target.postgresql(),
                        Naming.standard(),
                        List.of(
                                Drawer.Folder.class,
                                Elsewhere.Folder.class,
                                Drawer.Note.class,
                                Drawer.Stamp.class,
                                Drawer.Draft.class),
                        Map.of()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContainingAll(
                        Drawer.Folder.class.getName(),
                        Elsewhere.Folder.class.getName(),
                        "would share the table 'folder'");
    }
}
