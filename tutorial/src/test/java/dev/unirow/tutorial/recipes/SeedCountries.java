package dev.unirow.tutorial.recipes;

import dev.unirow.migrate.revision.DataMigration;
import dev.unirow.session.SqlConnection;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

// region seed
/** The countries that the JDK knows, by their codes. */
public final class SeedCountries implements DataMigration {
    @Override
    public Uni<Void> run(SqlConnection connection) {
        List<String> codes = Arrays.asList(Locale.getISOCountries());
        String rows = String.join(", ", Collections.nCopies(codes.size(), "(?, ?)"));
        List<String> values =
                codes.stream().flatMap(code -> Stream.of(code, name(code))).toList();
        return connection
                .execute("insert into country (code, name) values " + rows, values)
                .replaceWithVoid();
    }

    private static String name(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }
}
// endregion
