package dev.unirow.tutorial.service;

import dev.unirow.testing.DatabaseTarget;

class MariaDbPetServiceTest extends PetServiceContract implements DatabaseTarget.OnMariaDb {}
