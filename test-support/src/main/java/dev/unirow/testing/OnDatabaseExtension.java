package dev.unirow.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests the kind of database that their class, or one around it, is about. */
final class OnDatabaseExtension extends GivenDatabase {
    OnDatabaseExtension() {
        super(OnDatabaseExtension::kind);
    }

    private static DatabaseKind kind(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), OnDatabase.class, context.getEnclosingTestClasses())
                .orElseThrow()
                .value();
    }
}
