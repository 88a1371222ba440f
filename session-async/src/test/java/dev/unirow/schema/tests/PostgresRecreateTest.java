package dev.unirow.schema.tests;

import dev.unirow.schema.Check;
import dev.unirow.schema.Schema;
import dev.unirow.schema.Target;

class PostgresRecreateTest extends RecreateContract {
    @Override
    Target target() {
        return Target.postgresql();
    }

    @Override
    JdbcRunner connect() {
        return JdbcRunner.postgres();
    }

    // given back its own '= ANY (ARRAY[…])', the server moves the cast of the array into each of its elements, once
    @Override
    Schema settled(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withChecks(table.checks().stream()
                        .map(PostgresRecreateTest::settled)
                        .toList()))
                .toList());
    }

    private static Check settled(Check check) {
        return check.expression().contains("= ANY (")
                ? new Check(check.name(), check.expression().replaceAll("[()]|::text(\\[])?", ""))
                : check;
    }
}
