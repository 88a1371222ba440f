package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class MariaDbSqlmodelAlembicAsyncTest extends SqlmodelAlembicAsyncContract implements DatabaseTarget.OnMariaDb {
    @Override
    String parameter() {
        return "?";
    }

    @Override
    String quoted(String name) {
        return '`' + name + '`';
    }
}
