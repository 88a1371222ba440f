package dev.unirow.schema.tests;

import dev.unirow.schema.Target;
import dev.unirow.testing.MariaDbServer;

class MariaDbSqlAlchemyTest extends SqlAlchemyContract {
    @Override
    Target target() {
        return Target.mariadb();
    }

    @Override
    String driver() {
        return "pymysql";
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.mariaDb();
    }

    @Override
    String url(JdbcRunner database) {
        return "mariadb+pymysql://" + MariaDbServer.USER + ":" + MariaDbServer.PASSWORD + "@127.0.0.1:"
                + MariaDbServer.port() + "/" + database.value("select database()");
    }

    @Override
    String type(String type) {
        return type.replaceFirst("^integer\\b", "int")
                .replaceFirst("^json$", "longtext")
                .replaceFirst(" (character set|collate) .*", "");
    }

    @Override
    boolean knowsUniqueConstraints() {
        return false;
    }
}
