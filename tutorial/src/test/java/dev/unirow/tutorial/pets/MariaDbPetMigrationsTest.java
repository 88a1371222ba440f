package dev.unirow.tutorial.pets;

import dev.unirow.testing.DatabaseTarget;

class MariaDbPetMigrationsTest extends PetMigrationsContract implements DatabaseTarget.OnMariaDb {}
