package dev.unirow.tutorial.seeds;

import dev.unirow.testing.DatabaseTarget;

class PostgresSqlmodelAlembicAsyncTest extends SqlmodelAlembicAsyncContract implements DatabaseTarget.OnPostgres {
    @Override
    String parameter() {
        return "$1";
    }
}
