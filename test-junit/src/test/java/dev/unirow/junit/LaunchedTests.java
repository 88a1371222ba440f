package dev.unirow.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What became of tests that a test has run. */
record LaunchedTests(int count, List<Failed> failures) {
    /** A test that failed, or what is around tests. */
    record Failed(String name, Throwable failure) {
        String message() {
            return String.valueOf(failure.getMessage());
        }
    }

    /** One after the other, on the database of the URL. */
    static LaunchedTests of(String url, Class<?>... tests) {
        return of(url, Map.of(), tests);
    }

    /** Four at a time. */
    static LaunchedTests atOnce(String url, Class<?>... tests) {
        return of(
                url,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
                tests);
    }

    private static LaunchedTests of(String url, Map<String, String> parameters, Class<?>... tests) {
        System.setProperty("launched.url", url);
        AtomicInteger count = new AtomicInteger();
        ConcurrentLinkedQueue<Failed> failures = new ConcurrentLinkedQueue<>();
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().configurationParameters(new TreeMap<>(parameters));
        for (Class<?> test : tests) {
            request.selectors(selectClass(test));
        }
        // those of the surrounding run would report a test that is meant to fail
        LauncherConfig quiet = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(quiet).execute(request.build(), new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    count.incrementAndGet();
                }
                result.getThrowable()
                        .ifPresent(failure -> failures.add(new Failed(test.getLegacyReportingName(), failure)));
            }
        });
        System.clearProperty("launched.url");
        return new LaunchedTests(count.get(), List.copyOf(failures));
    }
}
