package dev.unirow.tutorial.heroes;

import static dev.unirow.session.Await.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.Models;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.tutorial.ch08_spec.Hero;
import dev.unirow.tutorial.ch08_spec.HeroPublic;
import dev.unirow.tutorial.ch08_spec.HeroPublicWithTeam;
import dev.unirow.tutorial.ch08_spec.HeroServer;
import dev.unirow.tutorial.ch08_spec.Heroes;
import dev.unirow.tutorial.ch08_spec.Team;
import dev.unirow.tutorial.ch08_spec.TeamPublicWithHeroes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The calls of SQLModel's tutorial of heroes and teams, and the JSON that it shows for them, but for the secret names:
 * those are private here.
 */
@EachDatabase
class HeroServerContract {
    private DatabaseTarget target;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private Database db;
    private HeroServer server;

    @BeforeEach
    void serve() throws IOException {
        db = Database.open(target.newDatabaseUrl(), Hero.class, Team.class);
        await(db.createAll());
        server = HeroServer.start(new Heroes(db));
    }

    @AfterEach
    void stop() {
        server.close();
        db.close();
    }

    private HttpResponse<String> call(String method, String path, String body) {
        try {
            URI uri = URI.create("http://" + "localhost:" + server.port() + path);
            return client.send(
                    HttpRequest.newBuilder(uri)
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void expect(String method, String path, String body, String json) {
        HttpResponse<String> response = call(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertJson(response.body(), json);
    }

    private static void assertJson(String actual, String expected) {
        try {
            assertThat(JSON.readTree(actual)).isEqualTo(JSON.readTree(expected));
        } catch (IOException e) {
            throw new AssertionError(actual, e);
        }
    }

    private void expectMissing(String method, String path, String body, String what) {
        HttpResponse<String> response = call(method, path, body);
        assertThat(response.statusCode()).isEqualTo(404);
        assertJson(response.body(), "{\"detail\":\"" + what + " not found\"}");
    }

    @Test
    void singleOnesComeWithWhatTheyReferTo() {
        expect(
                "POST",
                "/teams/",
                "{\"name\":\"Z-Force\",\"headquarters\":\"Sister Margaret's Bar\"}",
                "{\"name\":\"Z-Force\",\"headquarters\":\"Sister Margaret's Bar\",\"id\":1}");
        expect(
                "POST",
                "/teams/",
                "{\"name\":\"Preventers\",\"headquarters\":\"Sharp Tower\"}",
                "{\"name\":\"Preventers\",\"headquarters\":\"Sharp Tower\",\"id\":2}");
        expect(
                "POST",
                "/heroes/",
                "{\"name\":\"Deadpond\",\"secret_name\":\"Dive Wilson\",\"team_id\":1}",
                "{\"name\":\"Deadpond\",\"age\":null,\"team_id\":1,\"id\":1}");
        expect(
                "POST",
                "/heroes/",
                "{\"name\":\"Rusty-Man\",\"secret_name\":\"Tommy Sharp\",\"age\":48,\"team_id\":2}",
                "{\"name\":\"Rusty-Man\",\"age\":48,\"team_id\":2,\"id\":2}");
        expect(
                "POST",
                "/heroes/",
                "{\"name\":\"Spider-Boy\",\"secret_name\":\"Pedro Parqueador\",\"id\":9000}",
                "{\"name\":\"Spider-Boy\",\"age\":null,\"team_id\":null,\"id\":3}");

        expect("GET", "/heroes/1", "", """
                {"name": "Deadpond", "age": null, "team_id": 1, "id": 1,
                 "team": {"name": "Z-Force", "headquarters": "Sister Margaret's Bar", "id": 1}}
                """);
        expect("GET", "/heroes/3", "", """
                {"name": "Spider-Boy", "age": null, "team_id": null, "id": 3, "team": null}
                """);
        expect("PATCH", "/heroes/3", "{\"team_id\":2}", """
                {"name": "Spider-Boy", "age": null, "team_id": 2, "id": 3}
                """);
        expect("GET", "/teams/2", "", """
                {"name": "Preventers", "headquarters": "Sharp Tower", "id": 2, "heroes": [
                  {"name": "Rusty-Man", "age": 48, "team_id": 2, "id": 2},
                  {"name": "Spider-Boy", "age": null, "team_id": 2, "id": 3}]}
                """);
        expect("GET", "/heroes/?offset=1&limit=1", "", """
                [{"name": "Rusty-Man", "age": 48, "team_id": 2, "id": 2}]
                """);
        expect("GET", "/teams/", "", """
                [{"name": "Z-Force", "headquarters": "Sister Margaret's Bar", "id": 1},
                 {"name": "Preventers", "headquarters": "Sharp Tower", "id": 2}]
                """);
    }

    @Test
    void ofACopyTheHeroesAreNotLoadedEither() {
        call("POST", "/teams/", "{\"name\":\"Z-Force\",\"headquarters\":\"Sister Margaret's Bar\"}");
        call("POST", "/heroes/", "{\"name\":\"Deadpond\",\"secret_name\":\"Wade\",\"team_id\":1}");
        Team team = await(db.read(session -> session.get(Team.class, 1)));

        assertThat(TeamPublicWithHeroes.of(team).heroes()).isNull();
        assertThat(TeamPublicWithHeroes.of(Models.copy(team))).isEqualTo(TeamPublicWithHeroes.of(team));
    }

    @Test
    void aSecretIsTakenAndStoredButNeverAnswered() throws IOException {
        call("POST", "/teams/", "{\"name\":\"Z-Force\",\"headquarters\":\"Sister Margaret's Bar\"}");
        List<String> answers = Stream.of(
                        call("POST", "/heroes/", "{\"name\":\"Deadpond\",\"secret_name\":\"Wade\",\"team_id\":1}"),
                        call("PATCH", "/heroes/1", "{\"secret_name\":\"Dive Wilson\"}"),
                        call("GET", "/heroes/1", ""),
                        call("GET", "/heroes/", ""),
                        call("GET", "/teams/1", ""))
                .map(HttpResponse::body)
                .toList();

        assertThat(answers)
                .allMatch(answer -> answer.contains("Deadpond"))
                .noneMatch(answer -> answer.contains("secret") || answer.contains("Wade") || answer.contains("Dive"));
        Hero stored = await(db.read(session -> session.get(Hero.class, 1)));
        assertThat(stored.secretName()).isEqualTo("Dive Wilson");
        assertThat(List.of(
                        stored.toString(),
                        HeroPublic.of(stored).toString(),
                        Models.dumpJson(stored),
                        JSON.writeValueAsString(stored),
                        Models.jsonSchema(HeroPublic.class).toString(),
                        Models.jsonSchema(HeroPublicWithTeam.class).toString()))
                .allMatch(text -> text.contains("name"))
                .noneMatch(text -> text.contains("secret") || text.contains("Dive"));
        assertThat(Models.jsonSchema(Hero.class)
                        .at("/properties/secretName/writeOnly")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        call("POST", "/heroes/", "{\"name\":\"Spider-Boy\",\"secret_name\":\"Pedro Parqueador\",\"age\":16}");

        expect("PATCH", "/heroes/1", "{\"secret_name\":\"Spider-Youngster\"}", """
                {"name": "Spider-Boy", "age": 16, "team_id": null, "id": 1}
                """);
        expect("PATCH", "/heroes/1", "{\"age\":null}", """
                {"name": "Spider-Boy", "age": null, "team_id": null, "id": 1}
                """);
        expect("PATCH", "/heroes/1", "{}", """
                {"name": "Spider-Boy", "age": null, "team_id": null, "id": 1}
                """);
    }

    @Test
    void whatIsDeletedIsGoneAndHeroesOutliveTheirTeam() {
        call("POST", "/teams/", "{\"name\":\"Preventers\",\"headquarters\":\"Sharp Tower\"}");
        expect("PATCH", "/teams/1", "{\"headquarters\":\"Preventers Tower\"}", """
                {"name": "Preventers", "headquarters": "Preventers Tower", "id": 1}
                """);
        call("POST", "/heroes/", "{\"name\":\"Rusty-Man\",\"secret_name\":\"Tommy Sharp\",\"team_id\":1}");
        call("POST", "/heroes/", "{\"name\":\"Deadpond\",\"secret_name\":\"Dive Wilson\"}");

        expect("DELETE", "/teams/1", "", "{\"ok\":true}");
        expect("DELETE", "/heroes/2", "", "{\"ok\":true}");

        expect("GET", "/teams/", "", "[]");
        expect("GET", "/heroes/", "", """
                [{"name": "Rusty-Man", "age": null, "team_id": null, "id": 1}]
                """);
    }

    @Test
    void whatNobodyHasIsNotFound() {
        expectMissing("GET", "/heroes/9000", "", "Hero");
        expectMissing("PATCH", "/heroes/9001", "{\"name\":\"Dragon Cube X\"}", "Hero");
        expectMissing("DELETE", "/heroes/9000", "", "Hero");
        expectMissing("GET", "/teams/9000", "", "Team");
        expectMissing("PATCH", "/teams/9000", "{\"name\":\"Freedom League\"}", "Team");
        expectMissing("DELETE", "/teams/9000", "", "Team");
    }

    private void expectInvalid(String method, String path, String body, String detail) {
        HttpResponse<String> response = call(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
        assertJson(response.body(), "{\"detail\": " + detail + "}");
    }

    /** What the chapter shows. */
    private static String shown() throws IOException {
        try (InputStream in = requireNonNull(
                HeroServerContract.class.getResourceAsStream("/dev/unirow/tutorial/heroes/invalid.json"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void whatIsInvalidIsRefusedWithEveryProblemInItsPlace() throws IOException {
        expectInvalid("POST", "/heroes/", "{\"name\":\"Deadpond\"}", """
                [{"loc": ["body", "secret_name"], "msg": "must not be null"}]
                """);
        HttpResponse<String> several = call("POST", "/heroes/", "{\"name\": 1, \"age\": \"48\"}");
        assertThat(several.statusCode()).isEqualTo(422);
        assertJson(several.body(), shown());
        expectInvalid("POST", "/heroes/", "{\"name\":\"Deadpond\",\"secret_name\":{}}", """
                [{"loc": ["body", "secret_name"], "msg": "must be a string"}]
                """);
        call("POST", "/heroes/", "{\"name\":\"Deadpond\",\"secret_name\":\"Dive Wilson\"}");
        expectInvalid("PATCH", "/heroes/1", "{\"name\":null,\"age\":4.5,\"other\":1}", """
                [{"loc": ["body", "age"], "msg": "must be an integer"},
                 {"loc": ["body", "name"], "msg": "must not be null"}]
                """);
        expectInvalid("POST", "/teams/", "{}", """
                [{"loc": ["body", "headquarters"], "msg": "must not be null"},
                 {"loc": ["body", "name"], "msg": "must not be null"}]
                """);
    }

    @Test
    void whatIsNoJsonObjectIsRefused() {
        expectInvalid("POST", "/heroes/", "{\"name\": x}", """
                [{"loc": ["body", 9], "msg": "JSON decode error"}]
                """);
        expectInvalid("POST", "/teams/", "[]", """
                [{"loc": ["body"], "msg": "must be a JSON object"}]
                """);
        expectInvalid("PATCH", "/heroes/1", "null", """
                [{"loc": ["body"], "msg": "must be a JSON object"}]
                """);
        for (String broken : List.of("", "{", "{} {}", "{\"name\": \"Dead")) {
            HttpResponse<String> response = call("PATCH", "/teams/1", broken);
            assertThat(response.statusCode()).as(broken).isEqualTo(422);
            assertThat(response.body()).startsWith("{\"detail\":[{").contains("\"loc\":[\"body\"");
        }
    }

    @Test
    void aTeamThatIsNotThereIsAConflictThatNamesIt() {
        HttpResponse<String> response =
                call("POST", "/heroes/", "{\"name\":\"Deadpond\",\"secret_name\":\"Wade\",\"team_id\":9000}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("hero").doesNotContain("Wade");
    }

    @Test
    void whatTheRequestIsNotToBlameForIsNotToldToWhoeverSentIt() {
        db.close();

        HttpResponse<String> response = call("GET", "/heroes/1", "");

        assertThat(response.statusCode()).isEqualTo(500);
        assertJson(response.body(), "{\"detail\":\"The request could not be handled.\"}");
    }
}
