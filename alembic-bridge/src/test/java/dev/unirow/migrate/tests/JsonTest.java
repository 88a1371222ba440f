package dev.unirow.migrate.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.unirow.migrate.cli.Main;
import dev.unirow.model.Naming;
import dev.unirow.session.Database;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.OnDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands print one document with {@code --json}, and each is one that the schema describes. */
@OnDatabase(DatabaseKind.SQLITE_FILE)
class JsonTest extends MigrationFixture {
    private static final String SCHEMA = "command-line.schema.json";

    private final ObjectMapper json = new ObjectMapper();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void writeRevisionsByHand() {
        revision("a1", "", "-- upgrade\ncreate table one (id integer);\n-- downgrade\ndrop table one;\n");
        revision("b2", "a1", "-- upgrade\ncreate table two (id integer);\n-- downgrade\ndrop table two;\n");
        assertThat(run("upgrade", "a1")).as(err::toString).isZero();
    }

    @Test
    void statusTellsWhereTheDatabaseIsAndWhatToRun() throws IOException {
        JsonNode status = printed(0, "status", "--json");

        try (InputStream example = requireNonNull(JsonTest.class.getResourceAsStream("status.json"))) {
            assertThat(status.toPrettyString() + "\n").isEqualTo(new String(example.readAllBytes(), UTF_8));
        }
    }

    @Test
    void revisionsComeWithTheirPlaceInTheGraph() throws IOException {
        JsonNode history = printed(0, "history", "-i", "--json").get("revisions");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).get("id").asText()).isEqualTo("b2");
        assertThat(history.get(0).get("down_revisions").get(0).asText()).isEqualTo("a1");
        assertThat(history.get(0).get("head").asBoolean()).isTrue();
        assertThat(history.get(0).get("current").asBoolean()).isFalse();
        assertThat(history.get(1).get("current").asBoolean()).isTrue();

        assertThat(ids("heads")).containsExactly("b2");
        assertThat(ids("current")).containsExactly("a1");
        assertThat(ids("show", "a1")).containsExactly("a1");
        assertThat(ids("branches")).isEmpty();
        revision("c3", "a1", "-- upgrade\nselect 1;\n-- downgrade\nselect 1;\n");
        assertThat(ids("branches")).containsExactly("a1");
    }

    @Test
    void checkListsWhatDiffersAndEndsWith1() throws IOException {
        assertThat(run("upgrade", "head")).isZero();

        JsonNode differences = printed(1, "check", "--json").get("differences");

        assertThat(differences.findValuesAsText("description")).contains("Detected added table 'team'");
        assertThat(printed(3, "check", "--offline", "--json").get("problems")).isNotEmpty();
    }

    @Test
    void aFailureIsADocumentOnStandardError() throws IOException {
        JsonNode refused = failed(3, "show", "nowhere", "--json");
        assertThat(refused.get("kind").asText()).isEqualTo("refused");
        assertThat(refused.get("message").asText()).isEqualTo("Can't locate revision identified by 'nowhere'");
        assertThat(refused.get("remedy").asText()).startsWith("Run 'migrations history'");

        assertThat(failed(2, "status", "--json", "--loud").get("message").asText())
                .isEqualTo("Unknown option: '--loud'");
        assertThat(failed(2, "migrate", "--json").get("kind").asText()).isEqualTo("usage");
    }

    @Test
    void theOptionsOfAllCommandsMayStandAfterTheCommand() {
        assertThat(run("heads", "-q", "-d", scripts.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(run("heads", "-v")).isZero();
        assertThat(out.toString()).startsWith("Rev: b2 (head)\n");
        assertThat(run("-v", "heads")).isZero();
        assertThat(out.toString()).startsWith("Rev: b2 (head)\n");
    }

    private List<String> ids(String... args) throws IOException {
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        return printed(0, all).get("revisions").findValuesAsText("id");
    }

    private JsonNode printed(int code, String... args) throws IOException {
        assertThat(run(args)).as(() -> out + "\n" + err).isEqualTo(code);
        assertThat(err.toString()).isEmpty();
        return described(out.toString());
    }

    private JsonNode failed(int code, String... args) throws IOException {
        assertThat(run(args)).as(() -> out + "\n" + err).isEqualTo(code);
        assertThat(out.toString()).isEmpty();
        JsonNode failure = described(err.toString()).get("error");
        assertThat(failure.get("exit_code").asInt()).isEqualTo(code);
        return failure;
    }

    private JsonNode described(String text) throws IOException {
        JsonNode document = json.readTree(text);
        try (InputStream schema = requireNonNull(Main.class.getResourceAsStream(SCHEMA))) {
            JsonSchema described = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
            assertThat(described.validate(document)).as(text).isEmpty();
        }
        return document;
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.of(scripts)
                .withDatabase(() -> Database.open(url, V1.toArray(Class<?>[]::new)))
                .withMigrations(migrations -> migrations.withModels(Naming.standard(), V1))
                .withOutput(new PrintWriter(out), new PrintWriter(err))
                .run(args);
    }
}
