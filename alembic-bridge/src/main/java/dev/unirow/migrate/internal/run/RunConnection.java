package dev.unirow.migrate.internal.run;

import dev.unirow.schema.DatabaseKind;
import dev.unirow.session.SqlConnection;

/** One database, as migrations see it by one connection. */
public record RunConnection(SqlConnection sql, DatabaseKind kind, VersionTable version) {
    public VersionStore versions() {
        return new VersionStore(sql, kind, version);
    }

    public ProgressStore progress() {
        return new ProgressStore(sql, kind, version.name());
    }
}
