package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresMessagesTest extends MessagesContract implements DatabaseTarget.OnPostgres {
    @Override
    String ofOwnLanguage() {
        return "select to_tsquery('simple', ? || ' & & x') as found";
    }
}
