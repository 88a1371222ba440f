package dev.unirow.session.tests.types;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What each database's own client prints of a property's usual value. {@link PrintedValuesContract} holds it against
 * the clients.
 */
record PrintedValue(MappedType type, String sqlite, String postgresql, String mariaDb) {
    static final Map<Class<?>, List<PrintedValue>> BY_MODEL = Map.of(
            Boxes.class,
            List.of(
                    of(Boxes.class, "truth", "1", "t", "\\x01"),
                    of(Boxes.class, "whole", "7"),
                    of(Boxes.class, "large", "7"),
                    of(Boxes.class, "single", "1.5"),
                    of(Boxes.class, "twofold", "1.5"),
                    of(Boxes.class, "letter", "é"),
                    of(Boxes.class, "endless", "10"),
                    of(Boxes.class, "decimal", "1.5", "1.50", "1.50")),
            Texts.class,
            List.of(of(Texts.class, "text", "plain")),
            Times.class,
            List.of(
                    of(Times.class, "date", "2024-02-29"),
                    of(Times.class, "time", "12:30:00", "12:30:00", "12:30:00.000000"),
                    of(
                            Times.class,
                            "dateTime",
                            "2024-03-31 02:30:00",
                            "2024-03-31 02:30:00",
                            "2024-03-31 02:30:00.000000"),
                    of(
                            Times.class,
                            "instant",
                            "2024-03-31 01:30:00",
                            "2024-03-31 01:30:00+00",
                            "2024-03-31 01:30:00.000000"),
                    of(Times.class, "duration", "5400000000000"),
                    of(Times.class, "year", "2024"),
                    of(Times.class, "month", "4"),
                    of(Times.class, "day", "4"),
                    of(Times.class, "zone", "Europe/Berlin")),
            Offset.class,
            List.of(of(
                    Offset.class,
                    "value",
                    "2024-06-01 04:30:00",
                    "2024-06-01 04:30:00+00",
                    "2024-06-01 04:30:00.000000")),
            Others.class,
            List.of(
                    of(Others.class, "uuid", "01175cde-c18f-4a13-a492-21bd9e1cb01b"),
                    of(Others.class, "url", "https://a.org/b"),
                    of(Others.class, "locale", "de_DE"),
                    of(Others.class, "currency", "EUR"),
                    of(Others.class, "ordinal", "1"),
                    of(Others.class, "named", "MEDIUM")),
            Documents.class,
            List.of(of(Documents.class, "decimals", "{\"a\":1.5}", "{\"a\": 1.5}", "{\"a\":1.5}")));

    private static PrintedValue of(Class<?> model, String property, String everywhere) {
        return of(model, property, everywhere, everywhere, everywhere);
    }

    private static PrintedValue of(Class<?> model, String property, String sqlite, String postgresql, String mariaDb) {
        MappedType type = MappedTypes.all().stream()
                .filter(each -> each.model() == model && each.property().equals(property))
                .findFirst()
                .orElseThrow();
        return new PrintedValue(type, sqlite, postgresql, mariaDb);
    }

    /** The table of the page, in the order of the others. */
    static String table() {
        StringBuilder page = new StringBuilder();
        page.append("\n### Values in the databases' own clients\n\n");
        page.append(
                "As `sqlite3`, `psql -At` with the time zone UTC, and `mariadb -N` print them. `\\x01` is one byte.\n\n");
        page.append("| property | value | sqlite3 | psql | mariadb |\n|---|---|---|---|---|\n");
        MappedTypes.all().stream()
                .flatMap(type -> BY_MODEL.getOrDefault(type.model(), List.of()).stream()
                        .filter(each -> each.type().toString().equals(type.toString())))
                .forEach(each -> page.append(each.row()));
        return page.toString();
    }

    private String row() {
        return Stream.of(Objects.toString(type.value(Use.INSERT)), sqlite, postgresql, mariaDb)
                        .map(cell -> " | `" + cell + "`")
                        .reduce("| " + TypesPage.declaration(type), String::concat)
                + " |\n";
    }
}
