package dev.unirow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

class EachDatabaseTest {
    private static final List<String> ALL = List.of("SQLite file", "SQLite memory", "PostgreSQL", "MariaDB");

    @Test
    void aClassIsRunOnceOnEachKind() {
        assertThat(run(Plain.class, ""))
                .containsExactlyElementsOf(ALL.stream()
                        .map(kind -> "Plain > " + kind + " > isGiven(DatabaseTarget): passed")
                        .toList());
    }

    @Test
    void theKindIsInFieldsOfAllLevelsAndInParameters() {
        assertThat(run(Given.class, "mariadb"))
                .containsExactly(
                        "Given > MariaDB > is(String) > [1] name=MariaDB: passed",
                        "Given > MariaDB > isGiven(DatabaseTarget): passed",
                        "Given > MariaDB > Inner > isGiven(DatabaseTarget): passed");
    }

    @Test
    void someKindsAreSelected() {
        assertThat(run(Plain.class, "mariadb , sqlite-file"))
                .containsExactly(
                        "Plain > SQLite file > isGiven(DatabaseTarget): passed",
                        "Plain > MariaDB > isGiven(DatabaseTarget): passed");
        assertThat(run(Plain.class, "sqlite"))
                .containsExactly(
                        "Plain > SQLite file > isGiven(DatabaseTarget): passed",
                        "Plain > SQLite memory > isGiven(DatabaseTarget): passed");
    }

    @Test
    void aModuleLimitsTheKinds() {
        assertThat(run(Plain.class, "sqlite-memory,mariadb", "sqlite"))
                .containsExactly("Plain > SQLite memory > isGiven(DatabaseTarget): passed");
        assertThat(run(Plain.class, "mariadb", "sqlite")).isEmpty();
    }

    @Test
    void ofADialectOneKindIsRun() {
        assertThat(run(PlainSql.class, ""))
                .containsExactly(
                        "PlainSql > SQLite memory > works(): passed",
                        "PlainSql > PostgreSQL > works(): passed",
                        "PlainSql > MariaDB > works(): passed");
        assertThat(run(PlainSql.class, "sqlite-file")).containsExactly("PlainSql > SQLite file > works(): passed");
    }

    @Test
    void aKindThatIsUnknownIsRefusedWithThoseThatAreKnown() {
        assertThat(run(Plain.class, "sqlite,oracle"))
                .containsExactly(
                        "Plain: failed: -Ddb=sqlite,oracle names 'oracle', which is no database of the tests. Name some of "
                                + "these, with commas between them: sqlite, sqlite-file, sqlite-memory, postgresql, mariadb.");
    }

    @Test
    void whatAKindDoesNotHaveIsSkippedWithTheReasonBeforeAnythingIsPrepared() {
        assertThat(run(Demanding.class, "sqlite-file,mariadb"))
                .containsExactly(
                        "Demanding > SQLite file > changesTables(): skipped: Not on SQLite file: this is for where a server "
                                + "answers, beside the process of the tests.",
                        "Demanding > SQLite file > works(): skipped: Not on SQLite file: this is for where a server answers, "
                                + "beside the process of the tests.",
                        "Demanding > MariaDB > changesTables(): skipped: Not on MariaDB: this is for where a transaction that "
                                + "is rolled back undoes changes of tables, too.",
                        "Demanding > MariaDB > works(): passed");
    }

    @Test
    void aClassAboutOneKindIsGivenThat() {
        assertThat(run(One.class, "")).containsExactly("One > isGiven(): passed", "One > Inner > isGiven(): passed");
        assertThat(run(One.class, "sqlite"))
                .containsExactly("One: skipped: PostgreSQL is not among those that -Ddb and the module select.");
        assertThat(run(OneOfThoseThatCannot.class, ""))
                .containsExactly(
                        "OneOfThoseThatCannot: skipped: Not on SQLite memory: this is for where a database outlives its "
                                + "last connection, and is open to several at once.");
    }

    @Test
    void aFailureNamesTheKind() {
        assertThat(run(Failing.class, "postgresql"))
                .containsExactly("Failing > PostgreSQL > fails(): failed: as it has to; On PostgreSQL");
    }

    private static List<String> run(Class<?> type, String selected) {
        return run(type, selected, "");
    }

    private static List<String> run(Class<?> type, String selected, String ofTheModule) {
        LauncherDiscoveryRequest tests = request()
                .selectors(selectClass(type))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .configurationParameter(SelectedDatabases.PROPERTY, selected)
                .configurationParameter(SelectedDatabases.MODULE, ofTheModule)
                .build();
        Told told = new Told();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableLauncherDiscoveryListenerAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(tests, told);
        return told.lines.stream()
                .map(line -> line.replaceFirst("^EachDatabaseTest\\$", ""))
                .toList();
    }

    private static final class Told implements TestExecutionListener {
        private final List<String> lines = new ArrayList<>();
        private TestPlan plan;

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            this.plan = plan;
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            lines.add(TestPath.of(plan, test) + ": skipped: " + reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                Throwable failure = result.getThrowable().orElseThrow();
                String more = Stream.of(failure.getSuppressed())
                        .map(each -> "; " + each)
                        .reduce("", String::concat);
                lines.add(TestPath.of(plan, test) + ": failed: " + failure.getMessage() + more);
            } else if (test.isTest()) {
                lines.add(TestPath.of(plan, test) + ": passed");
            }
        }
    }

    @EachDatabase
    static class Plain {
        DatabaseTarget target;

        @Test
        void isGiven(DatabaseTarget given) {
            assertThat(given).isSameAs(target).isNotNull();
        }
    }

    @EachDialect
    static class PlainSql {
        @Test
        void works() {}
    }

    abstract static class Base {
        DatabaseTarget target;
    }

    @EachDatabase
    static class Given extends Base {
        private final DatabaseTarget constructed;
        private DatabaseTarget before;

        Given(DatabaseTarget constructed) {
            this.constructed = constructed;
        }

        @BeforeEach
        void prepare(DatabaseTarget target) {
            before = target;
        }

        @AfterEach
        void check(DatabaseTarget target) {
            assertThat(target).isSameAs(before);
        }

        @Test
        void isGiven(DatabaseTarget given) {
            assertThat(target).isSameAs(given).isSameAs(before).isSameAs(constructed);
        }

        @ParameterizedTest
        @ValueSource(strings = "MariaDB")
        void is(String name) {
            assertThat(target).hasToString(name);
        }

        @Nested
        class Inner {
            private DatabaseTarget inner;

            @Test
            void isGiven(DatabaseTarget given) {
                assertThat(inner).isSameAs(given).isSameAs(target);
            }
        }
    }

    @EachDatabase
    @Requires(Capability.SERVER)
    static class Demanding {
        @BeforeEach
        void prepare(DatabaseTarget target) {
            assertThat(target).isEqualTo(DatabaseKind.MARIADB);
        }

        @Test
        @Requires(Capability.TRANSACTIONAL_DDL)
        void changesTables() {}

        @Test
        void works() {}
    }

    @OnDatabase(DatabaseKind.POSTGRESQL)
    static class One extends Base {
        @Test
        void isGiven() {
            assertThat(target).isEqualTo(DatabaseKind.POSTGRESQL);
        }

        @Nested
        class Inner {
            @Test
            void isGiven() {
                assertThat(target).isEqualTo(DatabaseKind.POSTGRESQL);
            }
        }
    }

    @OnDatabase(DatabaseKind.SQLITE_MEMORY)
    @Requires(Capability.PERSISTENCE)
    static class OneOfThoseThatCannot {
        @Test
        void works() {}
    }

    @EachDatabase
    static class Failing {
        @Test
        void fails() {
            throw new IllegalStateException("as it has to");
        }
    }
}
