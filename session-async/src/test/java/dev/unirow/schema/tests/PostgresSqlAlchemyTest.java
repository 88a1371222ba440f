package dev.unirow.schema.tests;

import dev.unirow.schema.Target;
import dev.unirow.testing.PostgresServer;

class PostgresSqlAlchemyTest extends SqlAlchemyContract {
    @Override
    Target target() {
        return Target.postgresql();
    }

    @Override
    String driver() {
        return "psycopg2";
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.postgres();
    }

    @Override
    String url(JdbcRunner database) {
        return "postgresql+psycopg2://postgres:postgres@127.0.0.1:" + PostgresServer.port() + "/"
                + database.value("select current_database()");
    }

    @Override
    String type(String type) {
        return type.replace("character varying", "varchar").replaceFirst("^character\\b", "char");
    }
}
