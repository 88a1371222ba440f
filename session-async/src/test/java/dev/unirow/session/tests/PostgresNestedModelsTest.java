package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresNestedModelsTest extends NestedModelsContract implements DatabaseTarget.OnPostgres {}
