package dev.unirow.session.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Map;
import org.hibernate.MappingException;
import org.junit.jupiter.api.Test;

/** Models that would fail or lie later are refused when the mapping is built, with the reason. */
class RefusalTest {
    @Test
    void publicFieldsWithALazyReferenceInReach() {
        assertThatThrownBy(() -> open(OpenTeam.class, LazyHero.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "'OpenTeam.name' is a public field, and the lazy reference 'LazyHero.team' leads to its model: "
                                + "read through that reference the field would be null without a word. "
                                + "Make it private with an accessor 'name()', or enhance the class at build time.");
    }

    @Test
    void publicFieldsAreFineWhereNoLazyReferenceLeads() {
        try (Orm orm = open(OpenTeam.class, EagerHero.class)) {
            OpenTeam team = new OpenTeam();
            team.id = 1L;
            team.name = "Avengers";
            orm.within(session -> {
                session.persist(team);
                return team;
            });
            assertThat(orm.within(session -> session.find(OpenTeam.class, 1L)).name)
                    .isEqualTo("Avengers");
        }
    }

    @Test
    void finalAccessorsWithALazyReferenceInReach() {
        assertThatThrownBy(() -> open(FinalTeam.class, FinalHero.class))
                .isInstanceOf(MappingException.class)
                .hasMessage("'FinalTeam.id()' is final, and the lazy reference 'FinalHero.team' leads to its model: "
                        + "called through that reference it would answer null without a word. "
                        + "Take 'final' away, or enhance the class at build time.");
    }

    @Test
    void lazyReferencesInsideEmbeddedValuesAreFound() {
        assertThatThrownBy(() -> open(OpenTeam.class, Member.class))
                .hasMessageStartingWith(
                        "'OpenTeam.name' is a public field, and the lazy reference 'Member.belonging.team' leads");
    }

    @Test
    void aClassThatIsNoEntity() {
        assertThatThrownBy(() -> open(Forgotten.class))
                .isInstanceOf(MappingException.class)
                .hasMessage("'dev.unirow.session.internal.mapping.RefusalTest$Forgotten' is no model: its class is not "
                        + "annotated with @Entity of jakarta.persistence. Add it, or leave the class out.");
    }

    @Test
    void anEntityWithoutAKey() {
        assertThatThrownBy(() -> open(Keyless.class)).hasMessageContaining("Keyless' has no identifier");
    }

    @Test
    void aRecordAsAnEntity() {
        assertThatThrownBy(() -> open(RecordTeam.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("RecordTeam' is a record");
    }

    @Test
    void anEntityWithoutAConstructorThatLoadingCanUse() {
        assertThatThrownBy(() -> open(Unmade.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "'dev.unirow.session.internal.mapping.RefusalTest$Unmade' could be stored but never loaded: "
                                + "it has no constructor without arguments. Add a protected one.");
    }

    private static Orm open(Class<?>... models) {
        return new Orm(List.of(models), Map.of());
    }

    @Entity
    public static class OpenTeam {
        @Id
        public Long id;

        public String name;
    }

    @Entity
    public static class LazyHero {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private OpenTeam team;
    }

    @Entity
    public static class EagerHero {
        @Id
        private Long id;

        @ManyToOne
        private OpenTeam team;
    }

    @Entity
    public static class FinalTeam {
        @Id
        private Long id;

        public final Long id() {
            return id;
        }
    }

    @Entity
    public static class FinalHero {
        @Id
        private Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        private FinalTeam team;
    }

    @Embeddable
    public static class Belonging {
        @ManyToOne(fetch = FetchType.LAZY)
        private OpenTeam team;
    }

    @Entity
    public static class Member {
        @Id
        private Long id;

        private Belonging belonging;
    }

    public static class Forgotten {
        @Id
        private Long id;
    }

    @Entity
    public static class Keyless {
        private String name;
    }

    @Entity
    public record RecordTeam(@Id Long id, String name) {}

    @Entity
    public static class Unmade {
        @Id
        private Long id;

        public Unmade(Long id) {
            this.id = id;
        }
    }
}
