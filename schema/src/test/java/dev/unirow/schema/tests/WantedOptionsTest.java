package dev.unirow.schema.tests;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.model.Naming;
import dev.unirow.schema.Schema;
import dev.unirow.schema.SchemaException;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mapping's options are SQL that nobody has read before. */
class WantedOptionsTest {
    @Entity(name = "Optioned")
    @jakarta.persistence.Table(options = "engine = Aria, comment = 'x'")
    static class Optioned {
        @Id
        private Long id;
    }

    @Entity(name = "Counted")
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "counter")
        @SequenceGenerator(name = "counter", options = "minvalue -5 cache 3 owned by none")
        private Long id;
    }

    @Entity(name = "CheckedLater")
    @jakarta.persistence.Table(check = @CheckConstraint(name = "ck", constraint = "id > 1", options = "not valid"))
    static class CheckedLater {
        @Id
        private Long id;
    }

    private static Schema wanted(Class<?> entity) {
        return Schemas.wanted(Target.postgresql(), Naming.standard(), List.of(entity), Map.of());
    }

    @Test
    void optionsThatHaveNoRecordAreRefused() {
        assertThatThrownBy(() -> wanted(Optioned.class))
                .isInstanceOf(SchemaException.class)
                .hasMessage("Table 'optioned' has the options 'engine = Aria, comment = 'x'', which are not supported"
                        + " on postgresql: PostgreSQL's are not kept. Leave them out, and set them in a migration.");
        assertThatThrownBy(() -> Schemas.wanted(Target.mariadb(), Naming.standard(), List.of(Optioned.class), Map.of()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("on mariadb: 'comment' is none that is kept.");
        assertThatThrownBy(() -> Schemas.wanted(Target.sqlite(), Naming.standard(), List.of(Optioned.class), Map.of()))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("on sqlite: SQL could not be read at 'engine'")
                .hasMessageEndingWith("Leave them out, and set them in a migration.");
        assertThatThrownBy(() -> wanted(Counted.class))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("which are not understood at 'owned'");
        assertThatThrownBy(() -> wanted(CheckedLater.class))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("has the options 'not valid'");
    }
}
