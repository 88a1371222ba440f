package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbMessagesTest extends MessagesContract implements DatabaseTarget.OnMariaDb {
    @Override
    String ofOwnLanguage() {
        return "select 'a' regexp ? as found";
    }
}
