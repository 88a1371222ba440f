package dev.unirow.schema.tests;

import dev.unirow.schema.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSqlAlchemyTest extends SqlAlchemyContract {
    @TempDir
    Path folder;

    @Override
    Target target() {
        return Target.sqlite();
    }

    @Override
    String driver() {
        return "sqlite3";
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.sqlite(folder.resolve("live.db").toString());
    }

    @Override
    String url(JdbcRunner database) {
        return "sqlite:///" + folder.resolve("live.db");
    }

    @Override
    String type(String type) {
        return type.replace("double precision", "real");
    }
}
