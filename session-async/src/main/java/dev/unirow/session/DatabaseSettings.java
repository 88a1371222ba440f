package dev.unirow.session;

import dev.unirow.model.Naming;
import dev.unirow.session.internal.connect.DatabaseUrl;
import dev.unirow.session.internal.connect.PoolSettings;
import java.util.List;

/** What a database is opened with. */
record DatabaseSettings(
        DatabaseUrl url, List<Class<?>> models, Naming naming, StatementSettings statements, PoolSettings pool) {}
