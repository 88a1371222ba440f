package dev.unirow.tutorial.ch08_spec;

import static dev.unirow.session.Await.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.InvalidModelException;
import dev.unirow.session.Database;

/** The program of chapter 8. */
public final class DeclareBySpec {
    private DeclareBySpec() {}

    public static void main(String[] args) throws JsonProcessingException {
        try (Database db = Database.open("sqlite://", Hero.class, Team.class)) {
            await(db.createAll());
            Heroes heroes = new Heroes(db);
            ObjectMapper json = new ObjectMapper();

            // region model
            Hero deadpond = new Hero("Deadpond", "Dive Wilson").setAge(30);
            System.out.println(deadpond);
            // endregion

            // region create
            TeamCreate team = json.readValue(
                    "{\"name\": \"Z-Force\", \"headquarters\": \"Sister Margaret's Bar\"}", TeamCreate.class);
            System.out.println(await(heroes.createTeam(team)));
            HeroCreate hero = json.readValue(
                    "{\"name\": \"Deadpond\", \"secretName\": \"Dive Wilson\", \"age\": 30, \"teamId\": 1}",
                    HeroCreate.class);
            System.out.println(await(heroes.create(hero)));
            // endregion

            // region update
            System.out.println(await(heroes.update(1, json.readValue("{\"age\": null}", HeroUpdate.class))));
            try {
                var unused = await(heroes.update(1, json.readValue("{\"name\": null}", HeroUpdate.class)));
            } catch (InvalidModelException e) {
                System.out.println(e.getMessage());
            }
            // endregion

            // region nested
            System.out.println(json.writeValueAsString(await(heroes.hero(1))));
            System.out.println(json.writeValueAsString(await(heroes.team(1))));
            // endregion
        }
    }
}
