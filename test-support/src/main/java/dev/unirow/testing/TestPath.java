package dev.unirow.testing;

import java.util.Optional;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** The name of a test behind those of what it is in: a class, a kind of database, and others. */
final class TestPath {
    private TestPath() {}

    static String of(TestPlan plan, TestIdentifier test) {
        Optional<TestIdentifier> container =
                plan.getParent(test).filter(parent -> parent.getParentIdObject().isPresent());
        return container.map(parent -> of(plan, parent) + " > ").orElse("") + test.getDisplayName();
    }
}
