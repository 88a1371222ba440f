package dev.unirow.migrate.internal.autogenerate;

import dev.unirow.migrate.directory.MigrationsDirectory;
import dev.unirow.migrate.directory.NewRevision;
import dev.unirow.migrate.exception.DatabaseBehindException;
import dev.unirow.migrate.exception.InvalidTargetException;
import dev.unirow.migrate.exception.MigrationException;
import dev.unirow.migrate.internal.run.MigrationSettings;
import dev.unirow.migrate.internal.run.RunConnection;
import dev.unirow.migrate.internal.run.Settled;
import dev.unirow.migrate.internal.run.StatusReader;
import dev.unirow.migrate.internal.script.Direction;
import dev.unirow.migrate.internal.script.RevisionFile;
import dev.unirow.migrate.internal.script.RevisionHeader;
import dev.unirow.migrate.internal.script.SchemaSnapshot;
import dev.unirow.migrate.internal.script.Section;
import dev.unirow.migrate.revision.Autogeneration;
import dev.unirow.migrate.revision.Revision;
import dev.unirow.migrate.revision.RevisionGraph;
import dev.unirow.schema.DatabaseKind;
import dev.unirow.schema.Operation;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;
import dev.unirow.schema.engine.Schemas;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the database with the models, and writes what differs as a revision. */
public final class Autogenerate {
    private final MigrationsDirectory directory;
    private final DatabaseKind kind;
    private final Schema wanted;
    private final MigrationSettings settings;
    private final KnownNames known;

    /** Blocks on the file system. */
    public Autogenerate(MigrationsDirectory directory, DatabaseKind kind, Schema wanted, MigrationSettings settings) {
        this.directory = directory;
        this.kind = kind;
        this.wanted = settings.tables().of(wanted);
        this.settings = settings;
        this.known = KnownNames.of(directory, kind, this.wanted, settings.renames(), settings.version());
    }

    /**
     * What a revision is to do on the connected database.
     *
     * @param strangers what is there beside what the models and the revisions know
     * @param beyond what the models ask for besides, if a baseline leads to less
     * @param baseline whether it writes down what is there
     */
    public record Difference(
            Schema from,
            Schema to,
            List<Operation> operations,
            Schema strangers,
            List<Operation> beyond,
            boolean baseline) {
        /** Also those that are dropped if somebody else's tables are. */
        List<Operation> possible(DatabaseKind kind) {
            return joined(operations, Schemas.diff(kind, strangers.withViews(List.of()), Schema.empty()));
        }
    }

    /**
     * From the database to the models. Reads, and changes nothing.
     *
     * <p>Fails with {@link MigrationException} when there are no models, with {@link DatabaseBehindException} when the
     * database is not at the heads.
     */
    public Uni<Difference> compare(RunConnection connection, RevisionGraph graph) {
        return steady(connection, read(connection, graph));
    }

    /**
     * From nothing to the database as it is. Fails with {@link InvalidTargetException} when there are revisions, and as
     * {@link #compare} does.
     */
    public Uni<Difference> baseline(RunConnection connection, RevisionGraph graph) {
        if (!graph.revisions().isEmpty()) {
            return Uni.createFrom()
                    .failure(InvalidTargetException.of(
                            "There are revisions already. Stamp the database with the one that its tables are at."));
        }
        return steady(connection, read(connection, graph)).map(this::fromNothing);
    }

    private Difference fromNothing(Difference rest) {
        Schema live = rest.from().withViews(List.of());
        return new Difference(
                Schema.empty(),
                live,
                Schemas.diff(kind, Schema.empty(), live),
                rest.strangers(),
                rest.operations(),
                true);
    }

    private Uni<Difference> steady(RunConnection connection, Uni<Difference> work) {
        if (wanted.tables().isEmpty()) {
            return Uni.createFrom()
                    .failure(
                            new MigrationException(
                                    "Can't proceed with --autogenerate option; the database was opened without models. Name them where it is opened, as in"
                                            + " Database.open(url, Hero.class), or, over a session factory, by Migrations.withModels."));
        }
        return kind == DatabaseKind.POSTGRESQL ? rolledBack(connection, work) : work;
    }

    /**
     * In a transaction, PostgreSQL's catalogue stays the same from one query to the next; SQLite's would make other
     * writers wait.
     */
    private static Uni<Difference> rolledBack(RunConnection connection, Uni<Difference> work) {
        return connection.begin().chain(() -> Settled.after(work, connection::rollback));
    }

    private Uni<Difference> read(RunConnection connection, RevisionGraph graph) {
        return connection
                .progress()
                .read()
                .invoke(halfWay -> {
                    if (halfWay != null) {
                        throw halfWay.refusal();
                    }
                })
                .chain(() -> connection.versions().rows())
                .invoke(rows -> requireAtHeads(graph, rows))
                .chain(() -> Schemas.live(kind, connection.sql(), known.mapping()))
                .chain(all -> {
                    Schema chosen = settings.tables().of(all);
                    Schema live = known.of(chosen);
                    List<Operation> renames = Schemas.renames(kind, live, settings.renames(), wanted);
                    return Schemas.compare(kind, connection.sql(), Schemas.apply(kind, live, renames), wanted)
                            .map(found -> new Difference(
                                    live, wanted, joined(renames, found), known.strangers(chosen), List.of(), false));
                });
    }

    private static void requireAtHeads(RevisionGraph graph, List<String> rows) {
        List<Revision> unused = graph.current(rows);
        if (!Set.copyOf(rows).equals(StatusReader.heads(graph))) {
            throw new DatabaseBehindException();
        }
    }

    private static List<Operation> joined(List<Operation> first, List<Operation> second) {
        List<Operation> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /**
     * What the databases lack, the connected one first; those that lack nothing are left out. Blocks as {@link #write}
     * does.
     */
    public Map<DatabaseKind, List<Operation>> lacks(Difference difference) {
        Map<DatabaseKind, List<Operation>> lacks = new LinkedHashMap<>();
        if (!difference.operations().isEmpty()) {
            lacks.put(kind, difference.operations());
        }
        for (OfflineDifference other : others(difference).differences()) {
            if (other.surelyDiffers()) {
                lacks.put(other.kind(), other.operations());
            }
        }
        return lacks;
    }

    /**
     * A revision for what any of the databases lacks: one kind sees what another one has no words for. Blocks: on the
     * file system, and while Hibernate boots for each database that is not connected.
     */
    public Autogeneration write(NewRevision place, Difference found) {
        Difference difference = found.baseline() ? found : ModelWords.in(directory, kind, found);
        OtherDialects others = others(difference);
        if (difference.operations().isEmpty()
                && others.differences().stream().noneMatch(OfflineDifference::surelyDiffers)) {
            return new Autogeneration(null, List.of(), Map.of(), names(difference.strangers()), List.of());
        }
        FillHints fills = new FillHints(settings.fills());
        fills.requireUse(Stream.concat(
                Stream.of(difference.operations()),
                others.differences().stream().map(OfflineDifference::operations)));
        RevisionHeader header = directory.draft(place);
        Map<DatabaseKind, Schema> snapshot = new EnumMap<>(DatabaseKind.class);
        List<Section> sections = new ArrayList<>(
                RevisionSections.of(kind, difference.from(), difference.operations(), settings.fills()));
        Map<DatabaseKind, List<Operation>> elsewhere = new LinkedHashMap<>();
        Set<String> warnings = new LinkedHashSet<>(hints(kind, difference.possible(kind)));
        warnings.addAll(fills.lines(difference.operations()));
        warnings.addAll(Schemas.warnings(kind, difference.from(), difference.operations()));
        snapshot.put(kind, difference.to().withRest(settings.tables().rest(known.before())));
        for (OfflineDifference other : others.differences()) {
            sections.addAll(other.sections());
            snapshot.put(other.kind(), other.to());
            warnings.addAll(hints(other.kind(), other.operations()));
            warnings.addAll(fills.lines(other.operations()));
            if (!other.operations().isEmpty()) {
                elsewhere.put(other.kind(), other.operations());
            }
        }
        warnings.addAll(others.warnings());
        RevisionFile file = difference.baseline()
                ? new RevisionFile(header.asBaseline(), upgrades(sections))
                : new RevisionFile(header, sections);
        Revision written = directory.write(file, new SchemaSnapshot(snapshot).toJson());
        return new Autogeneration(
                written, difference.operations(), elsewhere, names(difference.strangers()), List.copyOf(warnings));
    }

    private static List<String> names(Schema schema) {
        return KnownNames.names(schema).toList();
    }

    private OtherDialects others(Difference difference) {
        OtherDialects others = new OtherDialects(directory, settings, kind, difference);
        for (Target other : settings.targets()) {
            if (other.kind() != kind) {
                others.ask(other);
            }
        }
        return others;
    }

    private static List<Section> upgrades(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.direction() == Direction.UPGRADE)
                .toList();
    }

    private static List<String> hints(DatabaseKind kind, List<Operation> operations) {
        List<String> hints = new ArrayList<>(OrdinalRange.hints(operations));
        hints.addAll(new RenameHints(kind, operations).lines());
        return hints;
    }
}
