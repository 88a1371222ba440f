package dev.unirow.tutorial.ch08_spec;

import static dev.unirow.session.Await.await;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.session.exception.NotFoundException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The heroes by HTTP, on the JDK's own server: every DTO is a request or a response as it is. */
public final class HeroServer implements AutoCloseable {
    // region mapper
    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(Models.jacksonModule())
            .build();
    // endregion

    private static final Logger LOG = System.getLogger(HeroServer.class.getName());

    private final HttpServer http;
    private final Heroes heroes;

    private HeroServer(HttpServer http, Heroes heroes) {
        this.http = http;
        this.heroes = heroes;
    }

    /** Listens on the loopback interface, at a free port. */
    public static HeroServer start(Heroes heroes) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HeroServer server = new HeroServer(http, heroes);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                respond(exchange, 200, answer(exchange));
            } catch (NotFoundException e) {
                String what = exchange.getRequestURI().getPath().startsWith("/teams") ? "Team" : "Hero";
                respond(exchange, 404, Map.of("detail", what + " not found"));
            } catch (InvalidModelException e) {
                respond(exchange, 422, Map.of("detail", problems(e)));
            } catch (JsonProcessingException e) {
                Object place = e.getLocation().getCharOffset();
                respond(exchange, 422, Map.of("detail", List.of(problem("JSON decode error", "body", place))));
            } catch (RuntimeException e) {
                fail(exchange, e);
            }
        }
    }

    // region failure
    /** What the request is to blame for is told to whoever sent it, all else to the log alone. */
    private static void fail(HttpExchange exchange, RuntimeException failure) throws IOException {
        int status = FailureStatus.of(failure.getClass());
        if (status >= 500) {
            LOG.log(
                    Level.ERROR,
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(),
                    failure);
        }
        if (status == 503) {
            exchange.getResponseHeaders().set("Retry-After", "1");
        }
        String detail = status < 500 ? String.valueOf(failure.getMessage()) : "The request could not be handled.";
        respond(exchange, status, Map.of("detail", detail));
    }
    // endregion

    private @Nullable Object answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        long id = path.length > 1 ? Long.parseLong(path[1]) : 0;
        String what = exchange.getRequestMethod() + " " + path[0] + (id == 0 ? "" : "/id");
        return switch (what) {
            case "POST heroes" -> await(heroes.create(body(exchange, HeroCreate.class)));
            case "GET heroes" -> await(heroes.heroes(number(exchange, "offset", 0), number(exchange, "limit", 100)));
            case "GET heroes/id" -> await(heroes.hero(id));
            case "PATCH heroes/id" -> await(heroes.update(id, body(exchange, HeroUpdate.class)));
            case "DELETE heroes/id" -> await(heroes.deleteHero(id).replaceWith(Map.of("ok", true)));
            case "POST teams" -> await(heroes.createTeam(body(exchange, TeamCreate.class)));
            case "GET teams" -> await(heroes.teams(number(exchange, "offset", 0), number(exchange, "limit", 100)));
            case "GET teams/id" -> await(heroes.team(id));
            case "PATCH teams/id" -> await(heroes.updateTeam(id, body(exchange, TeamUpdate.class)));
            case "DELETE teams/id" -> await(heroes.deleteTeam(id).replaceWith(Map.of("ok", true)));
            default -> throw new IllegalArgumentException("There is nothing at " + what + ".");
        };
    }

    /** What nobody asked for is passed over, as FastAPI does. */
    private static <R extends Record> R body(HttpExchange exchange, Class<R> type) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (JSON.readTree(text) instanceof ObjectNode object) {
            object.retain(Arrays.stream(type.getRecordComponents())
                    .map(component -> SNAKE_CASE.translate(component.getName()))
                    .toList());
            return JSON.treeToValue(object, type);
        }
        return Models.read(type, text); // says that it is none
    }

    // region problems
    private static List<Map<String, Object>> problems(InvalidModelException invalid) {
        return invalid.violations().stream()
                .map(violation -> problem(
                        violation.getMessage(),
                        Stream.concat(Stream.of("body"), place(String.valueOf(violation.getPropertyPath())))
                                .toArray()))
                .toList();
    }

    /** The names and indexes of {@code pets[0].petName}. */
    private static Stream<Object> place(String path) {
        return Arrays.stream(path.split("[.\\[\\]]+"))
                .filter(step -> !step.isEmpty())
                .map(step -> step.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(step) : SNAKE_CASE.translate(step));
    }

    private static Map<String, Object> problem(String message, Object... place) {
        return Map.of("loc", place, "msg", message);
    }
    // endregion

    private static int number(HttpExchange exchange, String name, int otherwise) {
        String query = exchange.getRequestURI().getQuery();
        Map<String, String> parameters = query == null
                ? Map.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return parameters.containsKey(name) ? Integer.parseInt(parameters.get(name)) : otherwise;
    }

    private static void respond(HttpExchange exchange, int status, @Nullable Object body) throws IOException {
        byte[] json = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
