package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.Models;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever the values, what is dumped reads back as the same model. */
class RoundTripTest {
    private static final int RUNS = 200;
    private static final String ALPHABET = "aZ0 \"\\/\n\t\u0001äß語😀{}[]%_'";

    private final ObjectMapper stock = Mappers.stockFor(Everything.class);

    @Test
    void whatIsDumpedReadsBackAsTheSame() throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            Everything model = new Values(new Random(seed)).everything();
            Map<String, Object> dump = Models.dump(model);
            String json = Models.dumpJson(model);
            assertThat(same(Models.from(Everything.class, json), json))
                    .as("JSON, seed %d", seed)
                    .isTrue();
            assertThat(same(Models.from(Everything.class, dump), json))
                    .as("map, seed %d", seed)
                    .isTrue();
            Everything stocked = stock.readValue(stock.writeValueAsString(model), Everything.class);
            assertThat(same(stocked, json)).as("stock mapper, seed %d", seed).isTrue();
            assertThat(Models.from(Everything.class, json))
                    .usingRecursiveComparison()
                    .ignoringFields("named")
                    .as("seed %d", seed)
                    .isEqualTo(model);
        }
    }

    private static boolean same(Everything model, String json) {
        return Models.dumpJson(model).equals(json);
    }

    private record Values(Random random) {
        Everything everything() {
            Everything model = new Everything();
            model.id = random.nextLong();
            model.text = maybe(this::text);
            model.flag = maybe(random::nextBoolean);
            model.plainFlag = random.nextBoolean();
            model.number = maybe(random::nextInt);
            model.plainNumber = random.nextInt();
            model.big = maybe(random::nextLong);
            model.fraction = maybe(() -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62)));
            model.price = maybe(() -> new BigDecimal(new BigInteger(100, random), random.nextInt(30)));
            model.date = maybe(() -> LocalDate.ofEpochDay(random.nextInt(200_000) - 100_000));
            model.time = maybe(() -> LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)));
            model.dateTime = maybe(
                    () -> LocalDateTime.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000), ZoneOffset.UTC));
            model.instant = maybe(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
            model.uuid = maybe(() -> new UUID(random.nextLong(), random.nextLong()));
            model.colour = maybe(() -> Everything.Colour.values()[random.nextInt(2)]);
            model.bytes = maybe(() -> text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            model.json = maybe(() -> object(3));
            model.numbers = maybe(() -> list(random::nextInt));
            model.address = maybe(this::address);
            model.tags = maybe(() -> new LinkedHashSet<>(list(this::text)));
            model.addresses = maybe(() -> list(this::address));
            model.version = maybe(random::nextInt);
            return model;
        }

        private <T> T maybe(Supplier<T> value) {
            return random.nextInt(4) == 0 ? null : value.get();
        }

        private String text() {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(20), 0, ALPHABET.codePointCount(0, ALPHABET.length()))
                    .map(at -> ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, at)))
                    .forEach(text::appendCodePoint);
            return text.toString();
        }

        private <T> List<T> list(Supplier<T> element) {
            List<T> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(element.get());
            }
            return list;
        }

        private Everything.Address address() {
            return new Everything.Address("x" + text(), maybe(() -> random.nextInt(1000)));
        }

        private Map<String, Object> object(int depth) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                object.put(text(), content(depth));
            }
            return object;
        }

        private Object content(int depth) {
            return switch (random.nextInt(depth > 0 ? 6 : 4)) {
                case 0 -> null;
                case 1 -> random.nextInt();
                case 2 -> random.nextDouble();
                case 3 -> text();
                case 4 -> object(depth - 1);
                default -> list(() -> content(depth - 1));
            };
        }
    }
}
