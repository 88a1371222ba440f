package com.example.heroes;

import static dev.unirow.session.Await.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.unirow.junit.UnirowTest;
import dev.unirow.model.InvalidModelException;
import dev.unirow.session.Database;
import org.junit.jupiter.api.Test;

@UnirowTest
class HeroesTest {
    private final Heroes heroes;

    HeroesTest(Database db) {
        heroes = new Heroes(db);
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
