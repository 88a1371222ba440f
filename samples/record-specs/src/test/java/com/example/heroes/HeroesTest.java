package com.example.heroes;

import static dev.unirow.session.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.unirow.model.InvalidModelException;
import dev.unirow.session.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeroesTest {
    private Database db;
    private Heroes heroes;

    @BeforeEach
    void open() {
        db = Database.open("sqlite://");
        await(db.createAll());
        heroes = new Heroes(db);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void aHeroJoinsATeam() {
        Team team = await(heroes.found("Z-Force"));

        HeroPublicWithTeam joined = await(heroes.join(new HeroCreate("Deadpond", "Dive Wilson", 48, team.id())));

        assertEquals("Z-Force", joined.team().name());
        assertEquals(1, await(heroes.olderThan(40)).size());
    }

    @Test
    void aHeroWithoutANameIsRefused() {
        assertThrows(
                InvalidModelException.class,
                () -> await(heroes.join(new HeroCreate(" ", "Dive Wilson", null, null))));
    }
}
