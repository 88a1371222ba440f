package dev.unirow.session.tests.existing;

import dev.unirow.session.internal.mapping.EnhancingLoader;
import dev.unirow.testing.existing.ExistingModels;
import dev.unirow.testing.existing.LoadedTests;
import dev.unirow.testing.existing.ModelStyle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * All that is promised of sessions, with models that know nothing of us: the very contracts, once for each way in which existing
 * code is written. {@code ExistingCodeContract} has such models written out.
 */
class ExistingModelsTest {
    private static final String CONTRACTS = "dev.unirow.session.tests.";
    // what has models of existing code already, and what is of connections, transactions, scopes or tables and not of
    // models
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(Callers|Cancellation|Conflicts|Echo|EngineOptions|ExistingCode|Faults|GivenFactory|IdleConnections|Interruption"
                    + "|LazyAttributes|Leaks|LongResult|Passwords|Pool|PoolLimits|Privacy|Restart|Rules|ScopeOptions|Scopes|Soak"
                    + "|SqlConnection|StatementListener|StatementTimeout|StreamEndings|StreamFaults|Tables|Telemetry|Threads|Tls"
                    + "|Transactions)Test$");

    @TestFactory
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
        return Stream.of("SqliteFile", "Postgres", "MariaDb").flatMap(target -> contracts(target, style, finish));
    }

    private static Stream<DynamicNode> contracts(ModelStyle style, ExistingModels.Finish finish) {
        return contracts("SqliteMemory", style, finish);
    }

    private static Stream<DynamicNode> contracts(String target, ModelStyle style, ExistingModels.Finish finish) {
        ClassLoader parent = ExistingModelsTest.class.getClassLoader();
        ExistingModels loader = new ExistingModels(parent, CONTRACTS, style, finish);
        LoadedTests tests = new LoadedTests(loader, "deep", "model");
        return ReflectionSupport.findAllClassesInPackage(
                        "dev.unirow.session.tests",
                        type -> type.getSimpleName().startsWith(target),
                        name -> name.endsWith("Test")
                                && !ELSEWHERE.matcher(name).find())
                .stream()
                .map(type -> tests.of(type.getName()));
    }
}
