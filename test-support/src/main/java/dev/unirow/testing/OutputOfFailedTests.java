package dev.unirow.testing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Keeps what tests print out of the console, except for that of tests that fail. */
public final class OutputOfFailedTests implements TestExecutionListener {
    private @Nullable TestPlan running;

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        running = plan;
        String path = System.getProperty(TestOutput.PROPERTY);
        if (path == null) {
            return;
        }
        // a launcher has listeners of its own for each class that it runs
        TestOutput output = System.err instanceof TestOutput kept ? kept : TestOutput.keep(Path.of(path));
        output.begin();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED && System.err instanceof TestOutput output) {
            output.show(name(test), result.getThrowable().orElse(null));
        }
    }

    private String name(TestIdentifier test) {
        return running == null ? test.getUniqueId() : TestPath.of(running, test) + " (" + test.getUniqueId() + ")";
    }
}
