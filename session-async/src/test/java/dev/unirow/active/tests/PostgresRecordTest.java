package dev.unirow.active.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresRecordTest extends RecordContract implements DatabaseTarget.OnPostgres {}
