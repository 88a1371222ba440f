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

    Uni<Team> found(Team team) {
        return db.begin(session -> {
            session.add(team);
            return session.flush().replaceWith(team);
        });
    }

    Uni<Hero> join(Hero hero, long teamId) {
        return db.begin(session -> session.get(Team.class, teamId).chain(team -> {
            hero.setTeam(team);
            session.add(hero);
            return session.flush().replaceWith(hero);
        }));
    }

    Uni<List<Hero>> olderThan(int age) {
        return db.read(session -> session.all(
                select(Hero.class).where(number(Hero::getAge).gt(age)).orderBy(asc(Hero::getName))));
    }
}
