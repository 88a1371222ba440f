package dev.unirow.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a database, under {@code database.*}, and of further ones under {@code databases.<name>.*}: from
 * system properties, environment variables, {@code config/application.properties} in the working directory, and on the
 * class path {@code application.properties} and, with {@code smallrye-config-source-yaml}, {@code application.yaml};
 * the first that has one wins. {@code docs/configuration.md} is made from this.
 */
@ConfigMapping(prefix = "database")
public interface DatabaseConfig {
    /** Which database: a URL as SQLAlchemy, JDBC or Vert.x writes it. An empty one counts as none. */
    Optional<String> url();

    /**
     * Whom to connect as, where the URL does not say.
     *
     * @see DatabaseBuilder#user
     */
    Optional<String> user();

    /**
     * The password, where the URL does not say; taken as it is, without percent signs for special characters.
     *
     * @see DatabaseBuilder#password
     */
    Optional<String> password();

    /**
     * The models, by the names of their classes; without any, and without packages, those of the index.
     *
     * @see DatabaseBuilder#models
     */
    Optional<List<String>> models();

    /**
     * Packages whose classes with {@code @Entity} are models, those of packages below them too.
     *
     * @see DatabaseBuilder#modelPackages
     */
    Optional<List<String>> modelPackages();

    /**
     * The class of sessions: one that extends {@code ForwardingSession}, with a constructor for the session it is
     * around.
     *
     * @see DatabaseBuilder#sessionClass
     */
    Optional<String> sessionClass();

    /**
     * Whether the names of tables are plurals where a model does not name its own.
     *
     * @see DatabaseBuilder#naming
     */
    @WithDefault("false")
    boolean pluralTableNames();

    /**
     * Whether all revisions that wait are applied when the database is opened, with alembic-bridge on the class path.
     * The command line of the migrations does not.
     *
     * @see DatabaseBuilder#migrateOnOpen
     */
    @WithDefault("false")
    boolean migrateOnOpen();

    /**
     * The folder of the database's revisions, for alembic-bridge and for {@code health()}.
     *
     * @see DatabaseBuilder#migrations
     */
    @WithDefault("migrations")
    Path migrations();

    /**
     * Patterns for the tables that migrations are about, such as {@code app_*}; all tables where there are none.
     *
     * @see DatabaseBuilder#migrationsInclude
     */
    Optional<List<String>> migrationsInclude();

    /**
     * Patterns for tables that migrations leave alone, whether a model has them or not, such as {@code spatial_*}.
     *
     * @see DatabaseBuilder#migrationsExclude
     */
    Optional<List<String>> migrationsExclude();

    /**
     * The table that keeps the current revisions, as Alembic's {@code version_table}.
     *
     * @see DatabaseBuilder#migrationsVersionTable
     */
    @WithDefault("alembic_version")
    String migrationsVersionTable();

    /**
     * The schema that this table is in, as Alembic's {@code version_table_schema}; the connection's own without it. On
     * MariaDB it is a database, and SQLite has none.
     *
     * @see DatabaseBuilder#migrationsVersionSchema
     */
    Optional<String> migrationsVersionSchema();

    /**
     * What is shown of that which is sent, on the logger {@code unirow.engine}: {@code off}, {@code on}, or
     * {@code debug}, which shows rows too.
     *
     * @see DatabaseBuilder#echo
     */
    @WithDefault("off")
    String echo();

    /**
     * Whether the values that are bound and read are left out of all logs.
     *
     * @see DatabaseBuilder#hideParameters
     */
    @WithDefault("false")
    boolean hideParameters();

    /**
     * From which time on a statement is logged as a warning on {@code unirow.slow}, whatever the echo is; zero for
     * never.
     *
     * @see DatabaseBuilder#slowStatements
     */
    @WithDefault("0")
    Duration slowStatements();

    /**
     * The isolation level of transactions that ask for none: {@code read-committed}, {@code repeatable-read} and so on.
     * In a URL {@code isolation_level}.
     *
     * @see DatabaseBuilder#isolation
     */
    Optional<Isolation> isolation();

    /**
     * What the server shows as the name of its client. In a URL {@code application_name}, {@code ApplicationName}.
     *
     * @see DatabaseBuilder#applicationName
     */
    Optional<String> applicationName();

    /**
     * The schemas that names are looked up in; tables are made in the first. In a URL {@code search_path},
     * {@code currentSchema}.
     *
     * @see DatabaseBuilder#searchPath
     */
    Optional<List<String>> searchPath();

    /**
     * After what time the database gives a statement up; zero for never. In a URL {@code statement_timeout}, where a
     * number alone counts in milliseconds.
     *
     * @see DatabaseBuilder#statementTimeout
     */
    @WithDefault("0")
    Duration statementTimeout();

    /**
     * How many prepared statements each connection keeps; zero for none. In a URL {@code statement_cache_size},
     * {@code prepared_statement_cache_size}.
     *
     * @see DatabaseBuilder#statementCacheSize
     */
    @WithDefault("256")
    int statementCacheSize();

    /** How many connections, and for how long. */
    Pool pool();

    /** How connections to a server are encrypted. */
    Tls tls();

    /**
     * Further options, as the URL of this kind of database has them.
     *
     * @see DatabaseBuilder#option
     */
    Map<String, String> options();

    /** How many connections, and for how long. */
    interface Pool {
        /**
         * The most connections that are open at once; in memory there is one. In a URL {@code pool_size}.
         *
         * @see DatabaseBuilder#poolSize
         */
        @WithDefault("10")
        int size();

        /**
         * How long an operation waits for a free connection, or for its turn to write, before it fails. In a URL
         * {@code pool_timeout}, {@code acquire_timeout}.
         *
         * @see DatabaseBuilder#acquireTimeout
         */
        @WithDefault("30s")
        Duration acquireTimeout();

        /**
         * How long a server may take to accept a new connection. In a URL {@code connect_timeout}.
         *
         * @see DatabaseBuilder#connectTimeout
         */
        @WithDefault("10s")
        Duration connectTimeout();

        /**
         * After what time without use a connection is closed; zero for never. In a URL {@code idle_timeout}.
         *
         * @see DatabaseBuilder#idleTimeout
         */
        @WithDefault("0")
        Duration idleTimeout();

        /**
         * After what time a connection is replaced, when nobody uses it; zero for never. In a URL {@code pool_recycle},
         * {@code max_lifetime}.
         *
         * @see DatabaseBuilder#maxLifetime
         */
        @WithDefault("0")
        Duration maxLifetime();
    }

    /** How connections to a server are encrypted. */
    interface Tls {
        /**
         * Whether, and what is asked of the server's certificate: {@code disable}, {@code allow}, {@code prefer},
         * {@code require}, {@code verify-ca} or {@code verify-full}, as for libpq. Without it: {@code verify-full}
         * where there is a root certificate, {@code disable} where not. In a URL {@code sslmode}, {@code ssl},
         * {@code ssl-mode}, {@code sslMode}.
         *
         * @see DatabaseBuilder#tls
         */
        Optional<TlsMode> mode();

        /**
         * Who may have signed the server's certificate, a file in PEM; without it those whom the Java runtime trusts.
         * In a URL {@code sslrootcert}, {@code ssl_ca}, {@code serverSslCert}.
         *
         * @see DatabaseBuilder#rootCertificate
         */
        Optional<Path> rootCertificate();

        /**
         * What the client shows for itself, a file in PEM. In a URL {@code sslcert}, {@code ssl_cert}.
         *
         * @see DatabaseBuilder#clientCertificate
         */
        Optional<Path> certificate();

        /**
         * The private key of the client's certificate, a file in PEM without a password. In a URL {@code sslkey},
         * {@code ssl_key}.
         *
         * @see DatabaseBuilder#clientCertificate
         */
        Optional<Path> key();
    }

    /**
     * What is configured under {@code database.*}.
     *
     * @throws IllegalArgumentException if a file or a system property has a key that is unknown, or a value cannot be
     *     read
     */
    static DatabaseConfig read() {
        return Configuration.ofEnvironment(System.getenv()).database();
    }

    /**
     * What is configured under {@code databases.<name>.*}.
     *
     * @throws IllegalArgumentException if there is nothing, and otherwise as {@link #read()}
     */
    static DatabaseConfig read(String name) {
        return Configuration.ofEnvironment(System.getenv()).database(name);
    }
}
