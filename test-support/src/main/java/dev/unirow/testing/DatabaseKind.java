package dev.unirow.testing;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** The kinds of databases that contracts are checked on. */
public enum DatabaseKind implements DatabaseTarget {
    SQLITE_FILE("SQLite file", "sqlite-file") {
        @Override
        public String newDatabaseUrl() {
            return "sqlite:///" + Folders.newFolder().resolve("test.db");
        }
    },

    SQLITE_MEMORY("SQLite memory", "sqlite-memory") {
        @Override
        public String newDatabaseUrl() {
            return "sqlite://";
        }

        @Override
        public boolean outlivesConnections() {
            return false;
        }
    },

    /** Started by the tests. */
    POSTGRESQL("PostgreSQL", "postgresql") {
        @Override
        public String newDatabaseUrl() {
            return PostgresServer.createDatabaseUrl();
        }

        @Override
        public boolean isServer() {
            return true;
        }

        @Override
        public boolean abortsTransactions() {
            return true;
        }

        @Override
        public boolean hasNamedEnumTypes() {
            return true;
        }

        @Override
        public boolean hasSchemas() {
            return true;
        }

        @Override
        public void killConnections(String url) {
            PostgresServer.execute(
                    "postgres",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + URI.create(url).getPath().substring(1) + "'");
        }

        @Override
        public Optional<String> waitingForLocks() {
            return Optional.of(
                    "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        }
    },

    /** Started by the tests. */
    MARIADB("MariaDB", "mariadb") {
        @Override
        public String newDatabaseUrl() {
            return MariaDbServer.createDatabaseUrl();
        }

        @Override
        public boolean isServer() {
            return true;
        }

        @Override
        public boolean undoesDdl() {
            return false;
        }

        @Override
        public boolean returnsFromUpdates() {
            return false;
        }

        @Override
        public boolean insertsNumberedRowsInTurn() {
            return false;
        }

        @Override
        public void killConnections(String url) {
            MariaDbServer.execute(
                    "mysql",
                    "begin not atomic for victim in (select id from information_schema.processlist where db = '"
                            + URI.create(url).getPath().substring(1)
                            + "') do execute immediate concat('kill ', victim.id); end for; end");
        }

        @Override
        public Optional<String> waitingForLocks() {
            return Optional.of("select p.id from information_schema.innodb_trx t join information_schema.processlist p "
                    + "on p.id = t.trx_mysql_thread_id where t.trx_state = 'LOCK WAIT' and p.db = database()");
        }
    };

    private final String displayName;
    private final String option;

    DatabaseKind(String displayName, String option) {
        this.displayName = displayName;
        this.option = option;
    }

    @Override
    public DatabaseKind kind() {
        return this;
    }

    @Override
    public boolean isServer() {
        return false;
    }

    @Override
    public boolean outlivesConnections() {
        return true;
    }

    @Override
    public boolean undoesDdl() {
        return true;
    }

    @Override
    public Optional<String> waitingForLocks() {
        return Optional.empty();
    }

    @Override
    public void killConnections(String url) {
        throw new UnsupportedOperationException("There is no server that could.");
    }

    /** A name in its quotes. */
    public String quoted(String name) {
        String quote = this == MARIADB ? "`" : "\"";
        return quote + name + quote;
    }

    /** The n-th parameter of a statement, as it is sent. */
    public String parameter(int n) {
        return this == POSTGRESQL ? "$" + n : "?";
    }

    /** Those that this run of tests is about, for tests that concern several. */
    public static Set<DatabaseKind> selected() {
        return SelectedDatabases.of(name -> Optional.ofNullable(System.getProperty(name)));
    }

    /** What {@code -Ddb} calls it. */
    String option() {
        return option;
    }

    /** As it is called in reports. */
    @Override
    public String toString() {
        return displayName;
    }
}
