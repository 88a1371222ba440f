package dev.unirow.migrate.internal.run;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;

/** One database, as migrations see it by one connection. */
public record RunConnection(SqlConnection sql, DatabaseKind kind, VersionTable version) {
    public VersionStore versions() {
        return new VersionStore(sql, kind, version);
    }

    Uni<Void> begin() {
        return sql.begin();
    }

    Uni<Void> commit() {
        return sql.commit();
    }

    Uni<Void> rollback() {
        return sql.rollback();
    }

    public ProgressStore progress() {
        return new ProgressStore(sql, kind, version.name());
    }
}
