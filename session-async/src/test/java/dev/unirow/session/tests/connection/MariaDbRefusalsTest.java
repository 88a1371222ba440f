package dev.unirow.session.tests.connection;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unirow.session.Database;
import dev.unirow.session.exception.StatementException;
import dev.unirow.testing.DatabaseKind;
import dev.unirow.testing.MariaDbServer;
import dev.unirow.testing.OnDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom the server refuses a statement is told which privilege it takes, on which table, and no value. */
@OnDatabase(DatabaseKind.MARIADB)
@Tag("slow")
class MariaDbRefusalsTest {
    @Test
    void aMissingPrivilegeIsNamed() {
        String name = MariaDbServer.createDatabase();
        MariaDbServer.execute(name, "create table thing (label varchar(20))");
        MariaDbServer.execute("mysql", "create or replace user onlooker@'127.0.0.1' identified by 'secret'");
        MariaDbServer.execute("mysql", "grant select on " + name + ".* to onlooker@'127.0.0.1'");
        String url = "mariadb://onlooker:secret@127.0.0.1:" + MariaDbServer.port() + "/" + name;
        try (Database db = Database.open(url)) {
            refuses(
                    db.connect(connection ->
                            connection.execute("insert into thing values (?)", List.of("to user 'a'@'b' s3cret"))),
                    "INSERT command denied for table `" + name + "`.`thing`");
            refuses(
                    db.connect(connection -> connection.execute("create table other (id int)")),
                    "CREATE command denied for table `" + name + "`.`other`");
        }
    }

    private static void refuses(Uni<Integer> work, String reason) {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> {
                    Integer unused = await(work);
                })
                .withMessage("The statement failed: " + reason + " (SQLSTATE 42000).");
    }
}
