package dev.unirow.tutorial.ch08_spec;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.ref;
import static dev.unirow.query.Queries.select;

import dev.unirow.query.Queries;
import dev.unirow.session.Database;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What can be done with heroes and teams: DTOs in, DTOs out, a transaction each. An id that nobody has is a
 * {@link dev.unirow.session.exception.NotFoundException}.
 */
public final class Heroes {
    private final Database db;

    public Heroes(Database db) {
        this.db = db;
    }

    // region service
    public Uni<HeroPublic> create(HeroCreate create) {
        return db.begin(session -> {
            Hero hero = create.toModel();
            session.add(hero);
            return session.flush().map(flushed -> HeroPublic.of(hero));
        });
    }

    public Uni<HeroPublic> update(long id, HeroUpdate update) {
        return db.begin(session -> session.get(Hero.class, id)
                .map(update::applyTo)
                .call(session::flush)
                .map(HeroPublic::of));
    }

    public Uni<HeroPublicWithTeam> hero(long id) {
        return db.read(session -> session.get(Hero.class, id)
                .call(hero -> hero.team() == null ? Uni.createFrom().nullItem() : session.fetch(hero.team()))
                .map(HeroPublicWithTeam::of));
    }
    // endregion

    public Uni<List<HeroPublic>> heroes(int offset, int limit) {
        return db.read(session -> session.all(
                        select(Hero.class).orderBy(asc(Hero::id)).offset(offset).limit(limit))
                .map(heroes -> heroes.stream().map(HeroPublic::of).toList()));
    }

    public Uni<Void> deleteHero(long id) {
        return db.begin(session -> session.get(Hero.class, id).chain(session::delete));
    }

    public Uni<TeamPublic> createTeam(TeamCreate create) {
        return db.begin(session -> {
            Team team = create.toModel();
            session.add(team);
            return session.flush().map(flushed -> TeamPublic.of(team));
        });
    }

    public Uni<TeamPublic> updateTeam(long id, TeamUpdate update) {
        return db.begin(session -> session.get(Team.class, id)
                .map(update::applyTo)
                .call(session::flush)
                .map(TeamPublic::of));
    }

    public Uni<TeamPublicWithHeroes> team(long id) {
        return db.read(session -> session.get(Team.class, id)
                .call(team -> session.fetch(team.heroes()))
                .map(TeamPublicWithHeroes::of));
    }

    public Uni<List<TeamPublic>> teams(int offset, int limit) {
        return db.read(session -> session.all(
                        select(Team.class).orderBy(asc(Team::id)).offset(offset).limit(limit))
                .map(teams -> teams.stream().map(TeamPublic::of).toList()));
    }

    /** Its heroes go on without a team. */
    public Uni<Void> deleteTeam(long id) {
        return db.begin(session -> session.get(Team.class, id)
                .call(team -> session.execute(Queries.update(Hero.class)
                        .set("team", null)
                        .where(ref(Hero::team).eq(team))))
                .chain(session::delete));
    }
}
