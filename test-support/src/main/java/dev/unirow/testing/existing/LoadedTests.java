package dev.unirow.testing.existing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

/** Tests of classes that a loader of their own loaded, each as a test of whoever asks. */
public final class LoadedTests {
    private final ClassLoader loader;
    private final String[] excluded;
    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build());

    /** @param excluded the tags of tests that are left out */
    public LoadedTests(ClassLoader loader, String... excluded) {
        this.loader = loader;
        this.excluded = excluded;
    }

    /** The tests of a class, which are run when they are asked for. */
    public DynamicContainer of(String className) {
        try {
            Class<?> type = loader.loadClass(className);
            TestPlan plan = launcher.discover(request()
                    .selectors(selectClass(type))
                    .filters(EngineFilter.includeEngines("junit-jupiter"), TagFilter.excludeTags(excluded))
                    .build());
            return DynamicContainer.dynamicContainer(
                    type.getSimpleName(),
                    plan.getRoots().stream()
                            .flatMap(engine -> plan.getChildren(engine).stream())
                            .flatMap(each -> plan.getChildren(each).stream())
                            .map(each -> node(plan, each)));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private DynamicNode node(TestPlan plan, TestIdentifier each) {
        Stream<TestIdentifier> children = plan.getChildren(each).stream();
        return plan.getChildren(each).isEmpty()
                ? DynamicTest.dynamicTest(each.getDisplayName(), () -> run(each))
                : DynamicContainer.dynamicContainer(each.getDisplayName(), children.map(child -> node(plan, child)));
    }

    private void run(TestIdentifier test) throws Throwable {
        LauncherDiscoveryRequest only =
                request().selectors(selectUniqueId(test.getUniqueId())).build();
        Outcome outcome = new Outcome();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            launcher.execute(only, outcome);
        } finally {
            thread.setContextClassLoader(before);
        }
        outcome.tell();
    }

    private static final class Outcome implements TestExecutionListener {
        private final List<Throwable> failures = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private int run;

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            skipped.add(reason);
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            run += test.isTest() ? 1 : 0;
            result.getThrowable().ifPresent(failures::add);
        }

        void tell() throws Throwable {
            if (!failures.isEmpty()) {
                Throwable first = failures.get(0);
                failures.stream().filter(each -> each != first).forEach(first::addSuppressed);
                throw first;
            }
            if (run == 0) {
                throw new TestAbortedException(skipped.isEmpty() ? "Nothing was run." : String.join("; ", skipped));
            }
        }
    }
}
