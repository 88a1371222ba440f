package dev.unirow.session;

import dev.unirow.model.Naming;
import dev.unirow.session.internal.connect.ConnectSettings;
import dev.unirow.session.internal.connect.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a database is opened with.
 *
 * @param sessions makes the database's own sessions those that its users see
 * @param migrations the folder of its revisions
 */
record DatabaseSettings(
        DatabaseUrl url,
        List<Class<?>> models,
        Naming naming,
        Echo echo,
        UnaryOperator<AsyncSession> sessions,
        Path migrations,
        ConnectSettings connect) {
    /** Where revisions are unless it is said. */
    static final Path MIGRATIONS = Path.of("migrations");
}
