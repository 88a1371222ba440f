package dev.unirow.session.tests.existing;

import dev.unirow.session.internal.mapping.EnhancingLoader;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.OnDatabase;
import dev.unirow.testing.existing.ExistingModels;
import dev.unirow.testing.existing.LoadedTests;
import dev.unirow.testing.existing.ModelStyle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * All that is promised of sessions, with models that know nothing of us: the very contracts, once for each way in which
 * existing code is written. {@code ExistingCodeContract} has such models written out.
 */
@Tag("slow")
class ExistingModelsTest {
    private static final String CONTRACTS = "dev.unirow.session.tests.";
    // what has models of existing code already, and what is of connections, transactions, scopes or tables and not of
    // models
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(Callers|Cancellation|Conflicts|Echo|EngineOptions|ExistingCode|FailedOpening|Faults|GetterCircles|GivenFactory|GivenFactoryLists"
                    + "|IdleConnections|Interruption|LazyAttributes|Leaks|LongLists|LongListTypes|LongResult|Passwords|Pool"
                    + "|PoolLimits|PrintedValues|Privacy|PythonValues|Restart|RollbackOnly|Rules|ScopeOptions|Scopes|SettersInVain|Soak|SqlConnection|SqlPage|SqlParameters|SqlRows|SqlScopes"
                    + "|StatementListener"
                    + "|StatementTimeout|StoredTypes|StreamEndings|StreamFaults|Tables|Telemetry|Threads|Tls|Transactions"
                    + "|TypeMatrix|UnstorableTypes|Zones)(Contract|Test)$");

    /** Those that are enhanced, below, are written like these. */
    @TestFactory
    @Tag("deep")
    Stream<DynamicNode> javaBeans() {
        return contracts(ModelStyle.JAVA_BEANS, (loader, name, code) -> code);
    }

    @TestFactory
    Stream<DynamicNode> lombok() {
        return contracts(ModelStyle.LOMBOK, (loader, name, code) -> code);
    }

    /** To a session, these are JavaBeans with other names for what is yes or no. */
    @TestFactory
    @Tag("deep")
    Stream<DynamicNode> kotlin() {
        return contracts(ModelStyle.KOTLIN, (loader, name, code) -> code);
    }

    @TestFactory
    Stream<DynamicNode> enhanced() {
        return contracts(ModelStyle.JAVA_BEANS, EnhancingLoader::enhanced);
    }

    @TestFactory
    @Tag("deep")
    Stream<DynamicNode> javaBeansElsewhere() {
        return elsewhere(ModelStyle.JAVA_BEANS, (loader, name, code) -> code);
    }

    @TestFactory
    @Tag("deep")
    Stream<DynamicNode> lombokElsewhere() {
        return elsewhere(ModelStyle.LOMBOK, (loader, name, code) -> code);
    }

    @TestFactory
    @Tag("deep")
    Stream<DynamicNode> kotlinElsewhere() {
        return elsewhere(ModelStyle.KOTLIN, (loader, name, code) -> code);
    }

    @TestFactory
    @Tag("deep")
    Stream<DynamicNode> enhancedElsewhere() {
        return elsewhere(ModelStyle.JAVA_BEANS, EnhancingLoader::enhanced);
    }

    private static Stream<DynamicNode> elsewhere(ModelStyle style, ExistingModels.Finish finish) {
        return Stream.of(DatabaseKind.SQLITE_FILE, DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB)
                .map(kind -> DynamicContainer.dynamicContainer(kind.toString(), contracts(kind, style, finish)));
    }

    private static Stream<DynamicNode> contracts(ModelStyle style, ExistingModels.Finish finish) {
        return contracts(DatabaseKind.SQLITE_MEMORY, style, finish);
    }

    private static Stream<DynamicNode> contracts(DatabaseKind kind, ModelStyle style, ExistingModels.Finish finish) {
        ClassLoader parent = ExistingModelsTest.class.getClassLoader();
        ExistingModels loader = new ExistingModels(parent, CONTRACTS, style, finish, kind);
        LoadedTests tests = new LoadedTests(loader, "deep", "model");
        return ReflectionSupport.findAllClassesInPackage(
                        "dev.unirow.session.tests",
                        type -> isOn(kind, type),
                        name -> name.matches(".*(Contract|Test)")
                                && !ELSEWHERE.matcher(name).find())
                .stream()
                .map(type -> tests.of(type.getName()));
    }

    private static boolean isOn(DatabaseKind kind, Class<?> type) {
        OnDatabase one = type.getAnnotation(OnDatabase.class);
        return one == null ? type.isAnnotationPresent(EachDatabase.class) : one.value() == kind;
    }
}
