package dev.unirow.query.tests;

import dev.unirow.testing.PostgresServer;

/** Databases that sort and fold text by the rules of English, as installed ones do, and not by code points. */
final class EnglishPostgres {
    private EnglishPostgres() {}

    static String createDatabase(String name) {
        PostgresServer.execute(
                "postgres",
                "create database " + name + " template template0 encoding utf8 locale_provider icu icu_locale 'en-US'");
        return "127.0.0.1:" + PostgresServer.port() + "/" + name;
    }
}
