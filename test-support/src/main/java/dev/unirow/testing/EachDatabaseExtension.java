package dev.unirow.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class on each kind of database that is selected. */
class EachDatabaseExtension implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return kinds(context).stream().map(Invocation::new);
    }

    Set<DatabaseKind> kinds(ExtensionContext context) {
        return SelectedDatabases.of(context);
    }

    @Override
    public boolean mayReturnZeroClassTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    private record Invocation(DatabaseKind kind) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return kind.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new GivenDatabase(context -> kind), new NamedFailures(kind));
        }
    }
}
