package com.example.heroes;

import static dev.unirow.session.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.unirow.migrate.Migrations;
import dev.unirow.model.InvalidModelException;
import dev.unirow.session.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeroesTest {
    private EmbeddedPostgres server;
    private Database db;
    private Heroes heroes;

    @BeforeEach
    void open() throws IOException {
        server = EmbeddedPostgres.start();
        db = Database.open("postgresql://postgres@localhost:" + server.getPort() + "/postgres");
        await(Migrations.of(db).upgrade());
        heroes = new Heroes(db);
    }

    @AfterEach
    void close() throws IOException {
        db.close();
        server.close();
    }

    private static Team team(String name) {
        Team team = new Team();
        team.setName(name);
        return team;
    }

    private static Hero hero(String name, int age) {
        Hero hero = new Hero();
        hero.setName(name);
        hero.setAge(age);
        return hero;
    }

    @Test
    void theRevisionsMakeWhatTheModelsWant() {
        assertTrue(await(Migrations.of(db).check()).isEmpty());
    }

    @Test
    void aHeroJoinsATeam() {
        Team team = await(heroes.found(team("Z-Force")));

        await(heroes.join(hero("Deadpond", 48), team.getId()));

        assertEquals("Deadpond", await(heroes.olderThan(40)).get(0).getName());
    }

    @Test
    void aHeroWithoutANameIsRefused() {
        Team team = await(heroes.found(team("Z-Force")));

        assertThrows(InvalidModelException.class, () -> await(heroes.join(hero(" ", 48), team.getId())));
    }
}
