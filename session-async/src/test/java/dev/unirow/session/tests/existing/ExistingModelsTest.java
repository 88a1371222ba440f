package dev.unirow.session.tests.existing;

import dev.unirow.session.internal.mapping.EnhancingLoader;
import dev.unirow.testing.existing.ExistingModels;
import dev.unirow.testing.existing.LoadedTests;
import dev.unirow.testing.existing.ModelStyle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * All that is promised of sessions, with models that know nothing of us: the very contracts, once for each way in which existing
 * code is written. {@code ExistingCodeContract} has such models written out.
 */
class ExistingModelsTest {
    private static final String CONTRACTS = "dev.unirow.session.tests.";

    @TestFactory
    Stream<DynamicNode> javaBeans() {
        return contracts(ModelStyle.JAVA_BEANS, (loader, name, code) -> code);
    }

    @TestFactory
    Stream<DynamicNode> lombok() {
        return contracts(ModelStyle.LOMBOK, (loader, name, code) -> code);
    }

    @TestFactory
    Stream<DynamicNode> kotlin() {
        return contracts(ModelStyle.KOTLIN, (loader, name, code) -> code);
    }

    @TestFactory
    Stream<DynamicNode> enhanced() {
        return contracts(ModelStyle.JAVA_BEANS, EnhancingLoader::enhanced);
    }

    private static Stream<DynamicNode> contracts(ModelStyle style, ExistingModels.Finish finish) {
        ClassLoader parent = ExistingModelsTest.class.getClassLoader();
        ExistingModels loader = new ExistingModels(parent, CONTRACTS, style, finish);
        LoadedTests tests = new LoadedTests(loader, "deep", "model");
        return ReflectionSupport.findAllClassesInPackage(
                        "dev.unirow.session.tests",
                        type -> type.getSimpleName().startsWith("SqliteMemory"),
                        name -> name.endsWith("Test") && !name.contains("ExistingCode"))
                .stream()
                .map(type -> tests.of(type.getName()));
    }
}
