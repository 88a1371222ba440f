package dev.unirow.model.tests;

import dev.unirow.testing.existing.ExistingModels;
import dev.unirow.testing.existing.LoadedTests;
import dev.unirow.testing.existing.ModelStyle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What is read, dumped, patched and judged of models holds of those that know nothing of us: the very tests, in each
 * style.
 */
@Tag("slow")
class ExistingModelsTest {
    @TestFactory
    Stream<DynamicNode> javaBeans() {
        return tests(ModelStyle.JAVA_BEANS);
    }

    @TestFactory
    Stream<DynamicNode> lombok() {
        return tests(ModelStyle.LOMBOK);
    }

    @TestFactory
    Stream<DynamicNode> kotlin() {
        return tests(ModelStyle.KOTLIN);
    }

    private static Stream<DynamicNode> tests(ModelStyle style) {
        LoadedTests tests = new LoadedTests(
                new ExistingModels(
                        ExistingModelsTest.class.getClassLoader(),
                        ExistingModelsTest.class.getPackageName() + ".",
                        style,
                        (loader, name, code) -> code),
                "deep",
                "model");
        return Stream.of(
                        FromTest.class,
                        PatchTest.class,
                        DumpTest.class,
                        ValidationTest.class,
                        JacksonAnnotationsTest.class,
                        JsonSchemaTest.class,
                        NestingTest.class,
                        RoundTripTest.class,
                        SchemaAgreementTest.class)
                .map(type -> tests.of(type.getName()));
    }
}
