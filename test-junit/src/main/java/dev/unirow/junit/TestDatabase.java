package dev.unirow.junit;

import dev.unirow.session.Database;

/** A database that one test has at a time, and the statements that are sent to it. */
record TestDatabase(String url, Database database, SentStatements statements) {}
