package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbRelationshipsTest extends RelationshipsContract implements DatabaseTarget.OnMariaDb {}
