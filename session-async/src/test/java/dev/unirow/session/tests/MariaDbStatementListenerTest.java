package dev.unirow.session.tests;

import dev.unirow.testing.DatabaseTarget;

class MariaDbStatementListenerTest extends StatementListenerContract implements DatabaseTarget.OnMariaDb {}
