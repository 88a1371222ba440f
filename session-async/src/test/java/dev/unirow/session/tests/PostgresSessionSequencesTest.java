package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresSessionSequencesTest extends SessionSequencesContract implements DatabaseTarget.OnPostgres {}
