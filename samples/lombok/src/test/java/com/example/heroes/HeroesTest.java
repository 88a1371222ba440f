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
        Team team = await(heroes.found(new Team("Z-Force")));

        Hero joined = await(heroes.join(new Hero("Deadpond").setAge(48), team.getId()));

        assertEquals("Hero(id=1, name=\"Deadpond\", age=48, team=Team(id=1))", joined.toString());
        assertEquals(1, await(heroes.olderThan(40)).size());
    }

    @Test
    void aHeroWithoutANameIsRefused() {
        Team team = await(heroes.found(new Team("Z-Force")));

        assertThrows(InvalidModelException.class, () -> await(heroes.join(new Hero(" "), team.getId())));
    }
}
