package dev.unirow.tutorial.pets;

import dev.unirow.testing.DatabaseTarget;

class SqliteFilePetAppTest extends PetAppContract implements DatabaseTarget.OnSqliteFile {}
