package dev.unirow.model.tests;

import static dev.unirow.model.DumpOptions.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever text comes in: a valid model comes out, or all problems in one exception. */
@Tag("slow")
class AnyJsonTest {
    private static final JsonNode RESERVATION = Models.jsonSchema(Reservation.class);
    private static final JsonNode EVERYTHING = Models.jsonSchema(Everything.class);
    private static final String NOISE = "{}[]\",:\\u0dtrue null-1e9+.NaN\u0000\ud800 \n😀id";

    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void onlyAValidModelOrItsProblemsComeOut(@ForAll long seed) {
        feed(new Random(seed));
    }

    @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
    @Tag("deep")
    void onlyAValidModelOrItsProblemsComeOutAtLength(@ForAll long seed) {
        feed(new Random(seed));
    }

    @Property(tries = 2_000)
    void textsThatAreHardlyJsonAreRefusedOrRead(@ForAll String text) {
        read(Everything.class, text);
        read(Everything.class, "{\"text\": " + text + "}");
    }

    private static void feed(Random random) {
        boolean everything = random.nextBoolean();
        Class<?> type = everything ? Everything.class : Reservation.class;
        JsonInputs inputs = new JsonInputs(random, everything ? EVERYTHING : RESERVATION);
        String text = disturbed(inputs.object().toString(), random);
        Object model = read(type, text);
        if (model != null) {
            Models.dump(model);
        }
        patch(type, inputs.object().toString(), disturbed(inputs.object().toString(), random));
    }

    /** The model, valid and stable under dumping; null if the text was refused. */
    private static Object read(Class<?> type, String text) {
        Object model;
        try {
            model = Models.from(type, text);
        } catch (InvalidModelException e) {
            assertThat(e.violations()).isNotEmpty();
            return null;
        }
        Models.validateForAdd(model);
        if (isWhole(model)) {
            String dump = Models.dumpJson(model, options().nested());
            assertThat(Models.dumpJson(Models.from(type, dump), options().nested()))
                    .isEqualTo(dump);
        }
        return model;
    }

    /** A required reference may still be missing, which a dump says as null. */
    private static boolean isWhole(Object model) {
        return !(model instanceof Reservation reservation)
                || (reservation.album != null && (reservation.follows == null || isWhole(reservation.follows)));
    }

    private static void patch(Class<?> type, String from, String changes) {
        Object model;
        try {
            model = Models.from(type, from);
        } catch (InvalidModelException e) {
            return;
        }
        String before = Models.dumpJson(model) + Models.fieldsSet(model);
        try {
            Models.patch(model, changes);
            Models.validateForAdd(model);
        } catch (InvalidModelException e) {
            assertThat(Models.dumpJson(model) + Models.fieldsSet(model)).isEqualTo(before);
        }
    }

    private static String disturbed(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                case 2 -> text.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
            }
        }
        return text.toString();
    }
}
