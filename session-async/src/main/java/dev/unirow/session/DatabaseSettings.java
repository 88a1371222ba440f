package dev.unirow.session;

import dev.unirow.model.Naming;
import dev.unirow.session.internal.connect.ConnectSettings;
import dev.unirow.session.internal.connect.DatabaseUrl;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a database is opened with.
 *
 * @param sessions makes the database's own sessions those that its users see
 */
record DatabaseSettings(
        DatabaseUrl url,
        List<Class<?>> models,
        Naming naming,
        StatementSettings statements,
        UnaryOperator<AsyncSession> sessions,
        ConnectSettings connect) {}
