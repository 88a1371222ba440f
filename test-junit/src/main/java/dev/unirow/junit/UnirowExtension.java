package dev.unirow.junit;

import dev.unirow.session.AsyncSession;
import dev.unirow.session.Database;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Lends each test a database, and takes it back after. */
final class UnirowExtension
        implements ParameterResolver, BeforeTestExecutionCallback, AfterTestExecutionCallback, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(UnirowExtension.class);

    /** So that a constructor's parameters are those of the test that it is called for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == AsyncSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "There is no database for '" + parameter.getDeclaringExecutable() + "': it is one test that has a "
                            + "database. Ask for it in the test or in @BeforeEach; what all tests are to find is filled "
                            + "in by @UnirowTest(data = …). A constructor can have it where each test has an instance.");
        }
        Loan loan = loan(context);
        return parameter.getParameter().getType() == Database.class ? loan.database() : loan.session();
    }

    private static Loan loan(ExtensionContext context) {
        return context.getStore(OURS)
                .getOrComputeIfAbsent(
                        Loan.class, key -> new Loan(sources(context).get(marked(context))), Loan.class);
    }

    private static TestSources sources(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(TestSources.class, key -> new TestSources(), TestSources.class);
    }

    private static UnirowTest marked(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), UnirowTest.class, context.getEnclosingTestClasses())
                .orElseThrow(() -> new ParameterResolutionException("The class '"
                        + context.getRequiredTestClass().getName() + "' is not marked with @UnirowTest."));
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        if (AnnotationSupport.isAnnotated(context.getElement(), ExpectStatements.class)) {
            loan(context).statements().start(Thread.currentThread());
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        AnnotationSupport.findAnnotation(context.getElement(), ExpectStatements.class)
                .filter(expected -> context.getExecutionException().isEmpty())
                .ifPresent(expected -> loan(context).statements().require(expected.value()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Loan loan = context.getStore(OURS).get(Loan.class, Loan.class);
        if (loan != null) {
            loan.close();
        }
    }
}
