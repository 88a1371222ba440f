package dev.unirow.tutorial.service;

import dev.unirow.testing.DatabaseTarget;

class PostgresPetServiceTest extends PetServiceContract implements DatabaseTarget.OnPostgres {}
