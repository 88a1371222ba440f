package dev.unirow.migrate;

import static java.util.Objects.requireNonNull;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.directory.NewRevision;
import dev.unirow.migrate.event.MigrationListener;
import dev.unirow.migrate.exception.BaselineRevisionException;
import dev.unirow.migrate.exception.ConcurrentMigrationException;
import dev.unirow.migrate.exception.DatabaseBehindException;
import dev.unirow.migrate.exception.DestructiveRevisionException;
import dev.unirow.migrate.exception.InterruptedRevisionException;
import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.exception.RevisionFailedException;
import dev.unirow.migrate.exception.UnexpectedStatusException;
import dev.unirow.migrate.exception.UnknownRevisionException;
import dev.unirow.migrate.internal.autogenerate.SnapshotCheck;
import dev.unirow.migrate.internal.run.MigrationSettings;
import dev.unirow.migrate.internal.run.OfflineModels;
import dev.unirow.migrate.internal.run.RunLimits;
import dev.unirow.migrate.internal.run.RunSettings;
import dev.unirow.migrate.internal.script.RevisionScripts;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.migrate.revision.MigrationStep;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.migrate.revision.RevisionText;
import dev.unirow.migrate.revision.SnapshotDifferences;
import dev.unirow.migrate.revision.TransactionScope;
import dev.unirow.migrate.status.DatabaseStanding;
import dev.unirow.migrate.status.DatabaseStatus;
import dev.unirow.model.Naming;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Target;
import dev.unirow.schema.VersionTableName;
import dev.unirow.session.Database;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Changes a database along with its models, by revisions as Alembic has them. Immutable and safe to share.
 *
 * <p>Nothing happens before a Uni is subscribed to, and every subscription does it again. Files are read on worker
 * threads. Runs exclude one another, also between processes; a revision is one transaction unless it says otherwise, or
 * {@link #withTransaction} makes the run one. A run whose subscriber leaves stops before its next statement and undoes
 * the revision that was under way. Besides {@link MigrationException} operations fail with what the database fails
 * with.
 */
public final class Migrations {
    private final Database database;
    private final @Nullable SqlConnection given;
    private final MigrationsDirectory directory;
    private final MigrationSettings settings;

    private Migrations(
            Database database,
            @Nullable SqlConnection given,
            MigrationsDirectory directory,
            MigrationSettings settings) {
        this.database = database;
        this.given = given;
        this.directory = directory;
        this.settings = settings;
    }

    /** The revisions of the folder {@link Database#migrations()}, for the database. */
    public static Migrations of(Database database) {
        return of(database, MigrationsDirectory.of(database.migrations()));
    }

    /** The revisions of the directory, for the database. */
    public static Migrations of(Database database, MigrationsDirectory directory) {
        MigrationSettings standard = MigrationSettings.standard();
        return new Migrations(
                database,
                null,
                directory,
                standard.withOffline(models(database))
                        .withTables(standard.tables().and(database.migratedTables()))
                        .withVersion(database.versionTable()));
    }

    /**
     * The same on a connection of the caller's, of this database, in place of one from the pool:
     * {@code db.connect(connection -> migrations.on(connection).upgrade())}. It is not closed, and gets its settings
     * back.
     *
     * <p>Where {@link SqlConnection#begin} has begun a transaction on it, everything is a part of that, whatever
     * {@link #withTransaction} says: it is neither committed nor rolled back, and what fails is undone alone, by a
     * savepoint. The lock against other runs is held to its end on PostgreSQL, and only as long as the run on MariaDB.
     * What cannot be a part of a transaction is refused before anything runs: a revision with {@code -- transaction:
     * none}; on MariaDB, which would commit, whatever makes or changes a table; and on SQLite a revision that copies a
     * table, unless foreign keys were off before.
     */
    public Migrations on(SqlConnection connection) {
        return new Migrations(database, requireNonNull(connection, "The connection is null."), directory, settings);
    }

    private static @Nullable OfflineModels models(Database database) {
        Naming naming = database.naming();
        return naming == null || database.models().isEmpty() ? null : new OfflineModels(naming, database.models());
    }

    /** Lets revisions run that say that they lose data, and downgrades that drop what holds values. */
    public Migrations withDestructive() {
        return withRun(settings.run().withDestructive(true));
    }

    /**
     * Names the steps in Java for {@code -- call}; a class with a public constructor without parameters needs no
     * registration.
     */
    public Migrations withCalls(Map<String, DataMigration> calls) {
        return withRun(settings.run().withCalls(calls));
    }

    /**
     * What autogenerate shall take for a new name instead of a drop and an add.
     *
     * @param renames {@code table.old=new} for a column, {@code old=new} for a table or a sequence; in another schema
     *     {@code schema.table.old=new} and {@code schema.old=schema.new}, where the schemas may differ
     * @throws IllegalArgumentException when one is not of that form
     */
    public Migrations withRenames(List<String> renames) {
        return with(settings.withRenames(renames.stream().map(Rename::parse).toList()));
    }

    /**
     * What the rows that are there get in a column that a revision adds or makes required, or that its downgrade brings
     * back as such. Without this, an upgrade refuses rows without a value, at a place that the revision marks, and a
     * downgrade brings a required column back as a nullable one.
     *
     * @param fills {@code table.column=expression}, such as {@code pet.name='?'}. The expression is SQL, stands in all
     *     sections as it is, and may use the other columns
     * @throws IllegalArgumentException when one is not of that form, or two are about one column
     */
    public Migrations withFills(List<String> fills) {
        return with(settings.withFills(Fill.parse(fills)));
    }

    /**
     * The models that autogenerate writes the sections of the databases for that are not connected, in place of those
     * that the database was opened with. One that is over a session factory does not know its mapping: these classes
     * are the only source then, for the connected database as for the others.
     */
    public Migrations withModels(Naming naming, List<Class<?>> models) {
        return with(settings.withOffline(new OfflineModels(naming, models)));
    }

    /**
     * The databases that autogenerate writes sections for, beside the connected one, in place of all that are supported
     * in their oldest versions. What one of them cannot do leaves its section out, with a warning.
     *
     * @throws IllegalArgumentException when two are of one kind, which sections do not tell apart
     */
    public Migrations withTargets(Target... targets) {
        List<Target> wanted = List.of(targets);
        if (wanted.stream().map(Target::kind).distinct().count() < wanted.size()) {
            throw new IllegalArgumentException("A revision has one section for each kind of database, and " + wanted
                    + " names one twice. Name the oldest version that it shall run on.");
        }
        return with(settings.withTargets(wanted));
    }

    /**
     * Leaves alone all tables whose names the condition does not hold for, models' tables too: they are not made,
     * compared, changed or dropped, nor is what belongs to them alone. This narrows what
     * {@link Database#migratedTables()} says, and what an earlier call did. A table in another schema is
     * {@code audit.entry}.
     *
     * <p>Without it, tables are left alone that neither the models nor the last revisions know, which
     * {@link Autogeneration#leftAlone} lists.
     */
    public Migrations withTables(Predicate<String> names) {
        return with(settings.withTables(settings.tables().and(names)));
    }

    /**
     * The table that keeps the revisions that the database is at, in place of that of {@link Database#versionTable()}:
     * Alembic's {@code version_table}. A run that does not find it starts from the first revision.
     *
     * @throws IllegalArgumentException if it cannot be the name of a table on every database
     */
    public Migrations withVersionTable(String name) {
        return with(settings.withVersion(settings.version().withName(name)));
    }

    /**
     * The schema that the version table is in, in place of the connection's own: Alembic's
     * {@code version_table_schema}. It has to be there. On MariaDB it is a database; on SQLite, which has none,
     * everything fails with {@link MigrationException}.
     *
     * @throws IllegalArgumentException if it cannot be the name of a schema on every database
     */
    public Migrations withVersionSchema(String name) {
        return with(settings.withVersion(settings.version().withSchema(name)));
    }

    /**
     * How long a run waits for another one, in place of a minute; on SQLite also for any other connection that writes.
     * It fails with {@link ConcurrentMigrationException} then.
     */
    public Migrations withPatience(Duration longest) {
        return withRun(settings.run().withPatience(longest));
    }

    /**
     * What a run undoes when it fails: the revision that was under way, unless this says so, or all that the run did.
     * As one transaction, a run fails with {@link RevisionFailedException} before anything runs where a revision cannot
     * be a part of it, and the scripts of {@link #upgradeSql} and {@link #downgradeSql} are one transaction, too.
     * SQLite has foreign keys off for the whole run then if one of the revisions copies a table: nothing is deleted
     * along, and a revision that leaves a reference to nothing fails.
     */
    public Migrations withTransaction(TransactionScope scope) {
        return withRun(settings.run().withScope(requireNonNull(scope, "The scope is null.")));
    }

    /**
     * How long a statement of a run may wait for a lock of the database, in place of a minute on servers; zero leaves
     * that to the connection. So a change of a table that waits for a long transaction does not hold up all others for
     * ever. It is {@code lock_timeout} on PostgreSQL, {@code lock_wait_timeout} and {@code innodb_lock_wait_timeout} in
     * whole seconds on MariaDB, and {@code busy_timeout} on SQLite, during the run. Without this, SQLite's is left as
     * it is: there a run waits for other writers by itself, as {@link #withPatience} says.
     *
     * @throws IllegalArgumentException when it is neither zero nor a millisecond to a day
     */
    public Migrations withLockTimeout(Duration longest) {
        return withRun(settings.run()
                .withLimits(new RunLimits(longest, settings.run().limits().statement())));
    }

    /**
     * How long a statement of a run may take. Unless this says so, there is no limit but the connection's own, which
     * zero stands for, too. It is {@code statement_timeout} on PostgreSQL and {@code max_statement_time} on MariaDB,
     * during the run; SQLite has none.
     *
     * @throws IllegalArgumentException when it is neither zero nor a millisecond to a day
     */
    public Migrations withStatementTimeout(Duration longest) {
        return withRun(
                settings.run().withLimits(new RunLimits(settings.run().limits().lock(), longest)));
    }

    /**
     * Tells the listener how runs get on, beside those of before: steps and statements with the rows they were about
     * and the time they took. {@link #create} and {@link #drop} run no revision, and tell nothing.
     */
    public Migrations withListener(MigrationListener listener) {
        return withRun(settings.run().withListener(requireNonNull(listener, "The listener is null.")));
    }

    /**
     * Where a line goes for each step before it runs, in place of the log. Called on the database's threads: it must
     * not block. What it throws is treated as that of a {@link MigrationListener}.
     */
    public Migrations withProgress(Consumer<String> listener) {
        return withRun(settings.run().withProgress(listener));
    }

    /** The table that keeps the revisions that the database is at. */
    public VersionTableName versionTable() {
        return settings.version();
    }

    private Migrations with(MigrationSettings changed) {
        return new Migrations(database, given, directory, changed);
    }

    private Migrations withRun(RunSettings changed) {
        return with(settings.withRun(changed));
    }

    /** Makes the directory; see {@link MigrationsDirectory#init()}. */
    public Uni<List<Path>> init() {
        return onFiles(directory::init);
    }

    /** Adds a revision that does nothing yet; see {@link MigrationsDirectory#create}. */
    public Uni<Revision> revision(NewRevision wanted) {
        return onFiles(() -> directory.create(wanted));
    }

    /**
     * Writes what the databases lack of the models as a revision, after the only head: the connected one as it is, the
     * others of {@link #withTargets} as the last snapshot has them, once there is one. A database that lacks nothing
     * gets a section that does nothing.
     *
     * <p>Fails with {@link DatabaseBehindException} when revisions wait to be applied.
     */
    public Uni<Autogeneration> autogenerate(String message) {
        return autogenerate(NewRevision.of(message));
    }

    /** As {@link #autogenerate(String)}, at another place of the graph. */
    public Uni<Autogeneration> autogenerate(NewRevision wanted) {
        return onGraph(graph -> making().make(wanted, graph));
    }

    /**
     * Takes over a database that has tables but no revisions: writes those of the models, as they are, as the first
     * revision, and stamps it. What the models ask for beyond that is then found by {@link #autogenerate(String)}. No
     * downgrade takes that revision back, not even on a database that was made from it; {@code stamp("base")} makes a
     * database forget it.
     *
     * <p>Fails with {@link InvalidTargetException} when there are revisions.
     */
    public Uni<Autogeneration> baseline(String message) {
        return onGraph(graph -> making().baseline(message, graph)
                .call(made -> made.revision() == null
                        ? Uni.createFrom().voidItem()
                        : stamp(made.revision().id())));
    }

    /**
     * What the databases lack of the models; nothing when they agree. A step that several need is there once;
     * {@link #differences} tells which database needs what.
     *
     * <p>Fails with {@link DatabaseBehindException} when revisions wait to be applied.
     */
    public Uni<List<Operation>> check() {
        return differences()
                .map(found ->
                        found.values().stream().flatMap(List::stream).distinct().toList());
    }

    /**
     * What each database lacks of the models, the connected one first: that as it is, the others of
     * {@link #withTargets} as the last snapshot has them. A database that lacks nothing is not there, nor is one whose
     * tables no snapshot tells: without revisions, behind Python's, and behind one that was written by hand and may
     * change tables.
     *
     * <p>Fails with {@link DatabaseBehindException} when revisions wait to be applied.
     */
    public Uni<Map<DatabaseKind, List<Operation>>> differences() {
        return onGraph(graph -> making().differences(graph));
    }

    /**
     * What the models ask for beyond the last snapshots of the folder, for each database of {@link #withTargets}, all
     * unless that was called. It reads files and connects to nothing: a database from {@link Database#openLazy} is not
     * started, and need not exist. What somebody has changed in a database by hand is found by {@link #differences}
     * alone.
     *
     * <p>Fails with {@link MigrationException} when there are no models, or no revisions.
     */
    public Uni<SnapshotDifferences> checkOffline() {
        return onFiles(() -> new SnapshotCheck(directory, settings).run());
    }

    private Connections connections() {
        return new Connections(database, given, settings);
    }

    private RevisionMaking making() {
        return new RevisionMaking(connections(), directory, settings);
    }

    private OfflineRange offline() {
        return new OfflineRange(
                directory.load(),
                database.kind(),
                connections().version(),
                settings.run().scope());
    }

    private Runs runs() {
        return new Runs(connections(), settings);
    }

    /** Applies all revisions that wait: {@link #upgrade(String)} to {@code head}. */
    public Uni<List<MigrationStep>> upgrade() {
        return upgrade("head");
    }

    /**
     * Applies what the target needs.
     *
     * <p>Fails with {@link DestructiveRevisionException} before anything ran, with {@link RevisionFailedException} when
     * a step failed; the steps before it stay. On MariaDB the failed one may have stopped half-way, and the same call
     * goes on with it; another one fails with {@link InterruptedRevisionException}.
     *
     * @param target as {@link RevisionGraph#upgrade} takes it: {@code head}, {@code heads}, a revision, {@code +1}
     * @return the steps that were run
     */
    public Uni<List<MigrationStep>> upgrade(String target) {
        return run((graph, rows) -> graph.upgrade(rows, target));
    }

    /**
     * Takes back what follows the target. Fails as {@link #upgrade} does, with {@link DestructiveRevisionException}
     * also when a table or a column would be dropped that holds values, and with {@link BaselineRevisionException}
     * before anything ran when a baseline would be taken back.
     *
     * @param target as {@link RevisionGraph#downgrade} takes it: {@code base}, a revision, {@code -1}
     */
    public Uni<List<MigrationStep>> downgrade(String target) {
        return run((graph, rows) -> graph.downgrade(rows, target));
    }

    /** Writes the version without running a revision. One that was left half-way on MariaDB counts as dealt with. */
    public Uni<List<MigrationStep>> stamp(String... targets) {
        List<String> wanted = List.of(targets);
        return stamp((graph, rows) -> graph.stamp(rows, wanted));
    }

    /** As {@link #stamp}, from a version table that is emptied first, whatever it holds. */
    public Uni<List<MigrationStep>> stampPurged(String... targets) {
        List<String> wanted = List.of(targets);
        return stamp((graph, rows) -> graph.stampPurged(wanted));
    }

    private Uni<List<MigrationStep>> run(Runs.Planner planner) {
        return onScripts(scripts -> runs().run(scripts, planner));
    }

    private Uni<List<MigrationStep>> stamp(Runs.Planner planner) {
        return onScripts(scripts -> runs().stamp(scripts, planner));
    }

    /**
     * What {@link #upgrade(String)} would send to the database as it is: the statements of each revision under its
     * name, with a comment for what loses data and for a step in Java. It reads the version and runs nothing; it is
     * empty when there is nothing to apply.
     *
     * <p>Fails as {@link #upgrade(String)} does before it runs anything, but not for lost data, and with
     * {@link InterruptedRevisionException} when a revision was left half-way.
     */
    public Uni<String> upgradeDryRun(String target) {
        return onScripts(scripts -> runs().dryRun(scripts, target));
    }

    /** The upgrade as a script for somebody else to run. Nothing is asked of the database but its kind. */
    public Uni<String> upgradeSql(String range) {
        return onFiles(() -> offline().upgrade(range));
    }

    /**
     * The downgrade as a script. The range needs both ends, as in {@code head:base}. Fails with
     * {@link BaselineRevisionException} as {@link #downgrade} does.
     */
    public Uni<String> downgradeSql(String range) {
        return onFiles(() -> offline().downgrade(range));
    }

    /** The rows of the version table, known or not; none without a table. */
    public Uni<List<String>> versions() {
        return FileWork.onCaller(
                () -> connections().look(connection -> connection.versions().rows()));
    }

    /**
     * The applied revisions at the ends of their branches. Fails with {@link UnknownRevisionException} when the
     * database has one that is not among the files.
     */
    public Uni<List<Revision>> current() {
        return onGraph(graph -> versions().map(graph::current));
    }

    /** All revisions and how they follow one another, for {@link RevisionText} and questions of any kind. */
    public Uni<RevisionGraph> graph() {
        return onFiles(directory::graph);
    }

    /** All revisions, newest first. */
    public Uni<List<Revision>> history() {
        return graph().map(RevisionGraph::history);
    }

    /** Revisions that none follows. */
    public Uni<List<Revision>> heads() {
        return graph().map(RevisionGraph::heads);
    }

    /** Revisions that more than one follows. */
    public Uni<List<Revision>> branches() {
        return graph().map(RevisionGraph::branchPoints);
    }

    /** What an identifier means; see {@link RevisionGraph#resolve}. {@code current} is what is applied. */
    public Uni<List<Revision>> show(String identifier) {
        return identifier.equals("current") ? current() : graph().map(graph -> graph.resolve(identifier));
    }

    /** How the database stands to the revisions; where there are none, to the models. */
    public Uni<DatabaseStatus> status() {
        return standing().map(DatabaseStanding::status);
    }

    /** As {@link #status()}, with what differs where that is the reason. */
    public Uni<DatabaseStanding> standing() {
        return onGraph(graph -> runs().standing(graph));
    }

    /**
     * Brings the database to where the files and models are: makes a new one at once, upgrades an older one, goes on
     * with one that was left half-way on MariaDB. Without revision files, it makes the tables that are missing.
     *
     * <p>Fails with {@link UnexpectedStatusException} in any other state, such as tables that differ from the models
     * when there are no revision files, with {@link InterruptedRevisionException} when what was left half-way is
     * something else, and as {@link #create} and {@link #upgrade} do.
     */
    public Uni<SyncResult> sync() {
        return onScripts(scripts -> runs().sync(scripts));
    }

    /**
     * Makes all tables of a new database from the models, and stamps the heads, in one transaction. On MariaDB, which
     * commits each table at once, what was made before a failure is dropped again; when the process or the connection
     * ends first, {@link DatabaseStatus#INTERRUPTED} tells of it, and the same call adds what is missing. Without
     * revision files, those tables are made that are missing.
     *
     * <p>Fails with {@link UnexpectedStatusException} when the database is neither of that nor up to date already, and
     * with {@link InterruptedRevisionException} when going on would lose something.
     */
    public Uni<Void> create() {
        return onGraph(graph -> runs().create(graph));
    }

    /**
     * Drops the tables of the models with all their rows, and the version table, in one transaction. Those that are not
     * there are passed over. On MariaDB a failure leaves dropped what was dropped before it, and the same call drops
     * the rest.
     */
    public Uni<Void> drop() {
        return onGraph(graph -> runs().drop(graph));
    }

    /** Makes the version table if it is not there. */
    public Uni<Void> ensureVersion() {
        return FileWork.onCaller(() -> runs().ensureVersion());
    }

    private <T> Uni<T> onScripts(Function<RevisionScripts, Uni<T>> work) {
        return FileWork.onCaller(() -> FileWork.run(directory::load).chain(work::apply));
    }

    private <T> Uni<T> onFiles(java.util.function.Supplier<T> work) {
        return FileWork.onCaller(() -> FileWork.run(work));
    }

    private <T extends @Nullable Object> Uni<T> onGraph(Function<RevisionGraph, Uni<T>> work) {
        return FileWork.onCaller(() -> FileWork.run(directory::graph).chain(work::apply));
    }
}
