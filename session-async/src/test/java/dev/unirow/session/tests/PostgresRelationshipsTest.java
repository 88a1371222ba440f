package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class PostgresRelationshipsTest extends RelationshipsContract implements DatabaseTarget.OnPostgres {}
