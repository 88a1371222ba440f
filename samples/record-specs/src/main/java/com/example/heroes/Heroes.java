package com.example.heroes;

import static dev.unirow.query.Queries.asc;
import static dev.unirow.query.Queries.number;
import static dev.unirow.query.Queries.select;

import dev.unirow.session.Database;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What the application does with heroes: a transaction each. */
final class Heroes {
    private final Database db;

    Heroes(Database db) {
        this.db = db;
    }

    Uni<Team> found(String name) {
        Team team = new Team(name);
        return db.begin(session -> {
            session.add(team);
            return session.flush().replaceWith(team);
        });
    }

    Uni<HeroPublicWithTeam> join(HeroCreate hero) {
        return db.begin(session -> {
            Hero joined = hero.toModel();
            session.add(joined);
            return session.flush()
                    .chain(() -> session.fetch(joined.team()))
                    .map(team -> HeroPublicWithTeam.of(joined));
        });
    }

    Uni<List<Hero>> olderThan(int age) {
        return db.read(session ->
                session.all(select(Hero.class).where(number(Hero::age).gt(age)).orderBy(asc(Hero::name))));
    }
}
