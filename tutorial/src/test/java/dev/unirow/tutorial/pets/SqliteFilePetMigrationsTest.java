package dev.unirow.tutorial.pets;

import dev.unirow.testing.DatabaseTarget;

class SqliteFilePetMigrationsTest extends PetMigrationsContract implements DatabaseTarget.OnSqliteFile {}
