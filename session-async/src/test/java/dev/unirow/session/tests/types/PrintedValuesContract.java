package dev.unirow.session.tests.types;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Model;
import dev.unirow.session.Database;
import dev.unirow.testing.Capability;
import dev.unirow.testing.Client;
import dev.unirow.testing.DatabaseTarget;
import dev.unirow.testing.EachDatabase;
import dev.unirow.testing.Requires;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The database's own client prints what the page of types says. */
@EachDatabase
@Requires(Capability.PERSISTENCE)
class PrintedValuesContract {
    DatabaseTarget target;

    @Test
    void theClientPrintsWhatThePageSays() throws Exception {
        String url = target.newDatabaseUrl();
        Client client = Client.of(target.kind(), url);
        Class<?>[] models = PrintedValue.BY_MODEL.keySet().toArray(Class<?>[]::new);
        try (Database db = Database.open(url, models)) {
            await(db.createAll());
            for (Class<?> model : models) {
                Model row = row(model);
                await(db.begin(session -> session.insert(row)));
            }
        }
        for (Class<?> model : models) {
            List<PrintedValue> values = PrintedValue.BY_MODEL.get(model);

            assertThat(client.print(query(model, values)))
                    .as("%s of %s", values, model)
                    .isEqualTo(values.stream().map(this::printed).collect(Collectors.joining("\t")));
        }
    }

    private static Model row(Class<?> model) throws ReflectiveOperationException {
        Model row = (Model) model.getDeclaredConstructor().newInstance();
        for (PrintedValue each : PrintedValue.BY_MODEL.get(model)) {
            each.type().field().set(row, each.type().value(Use.INSERT));
        }
        return row;
    }

    private static String query(Class<?> model, List<PrintedValue> values) {
        return values.stream()
                .map(each -> "t." + each.type().property())
                .map(name -> name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(
                        ", ",
                        "select ",
                        " from " + model.getAnnotation(Table.class).name() + " t"));
    }

    private String printed(PrintedValue value) {
        return switch (target.kind()) {
            case SQLITE_FILE, SQLITE_MEMORY -> value.sqlite();
            case POSTGRESQL -> value.postgresql();
            case MARIADB -> value.mariaDb();
        };
    }
}
