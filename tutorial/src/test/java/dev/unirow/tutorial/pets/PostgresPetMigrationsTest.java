package dev.unirow.tutorial.pets;

import dev.unirow.testing.DatabaseTarget;

class PostgresPetMigrationsTest extends PetMigrationsContract implements DatabaseTarget.OnPostgres {}
