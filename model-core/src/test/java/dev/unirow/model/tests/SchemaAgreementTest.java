package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * What the schema accepts is read, and what is refused by one is refused by the other. A library judges by the schema.
 */
@Tag("slow")
class SchemaAgreementTest {
    private static final JsonNode DOCUMENT = Models.jsonSchema(Reservation.class);
    private static final JsonSchema JUDGE =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(DOCUMENT);
    private static int accepted;
    private static int refused;

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void schemaAndReadingAgree(@ForAll long seed) {
        agree(seed);
    }

    @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
    @Tag("deep")
    void schemaAndReadingAgreeAtLength(@ForAll long seed) {
        agree(seed);
    }

    private static void agree(long seed) {
        ObjectNode input = new JsonInputs(new Random(seed), DOCUMENT).object();
        Set<ValidationMessage> complaints = JUDGE.validate(input);
        String problems = "";
        try {
            assertThat(Models.from(Reservation.class, input.toString())).isNotNull();
            accepted++;
        } catch (InvalidModelException e) {
            problems = e.getMessage();
            refused++;
        }
        assertThat(problems.isEmpty())
                .as("%s%nschema: %s%nreading: %s", input, complaints, problems)
                .isEqualTo(complaints.isEmpty());
    }

    @AfterContainer
    static void bothHappenedOften() {
        assertThat(accepted).isGreaterThan(refused / 10);
        assertThat(refused).isGreaterThan(accepted / 10);
    }
}
