package dev.unirow.tutorial.service;

import dev.unirow.testing.DatabaseTarget;

class SqliteFilePetServiceTest extends PetServiceContract implements DatabaseTarget.OnSqliteFile {}
