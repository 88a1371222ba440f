package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresStreamFaultsTest extends StreamFaultsContract implements DatabaseTarget.OnPostgres {}
