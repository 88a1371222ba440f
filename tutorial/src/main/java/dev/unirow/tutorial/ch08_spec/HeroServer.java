package dev.unirow.tutorial.ch08_spec;

import static dev.unirow.session.Await.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.unirow.model.InvalidModelException;
import dev.unirow.session.exception.NotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The heroes by HTTP, on the JDK's own server: every DTO is a request or a response as it is. */
public final class HeroServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

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
            } catch (InvalidModelException | JsonProcessingException e) {
                respond(exchange, 422, Map.of("detail", String.valueOf(e.getMessage())));
            }
        }
    }

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

    private static <T> T body(HttpExchange exchange, Class<T> type) throws IOException {
        return JSON.readValue(exchange.getRequestBody(), type);
    }

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
