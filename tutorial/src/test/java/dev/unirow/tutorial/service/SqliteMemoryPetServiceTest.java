package dev.unirow.tutorial.service;

import dev.unirow.testing.DatabaseTarget;

class SqliteMemoryPetServiceTest extends PetServiceContract implements DatabaseTarget.OnSqliteMemory {}
