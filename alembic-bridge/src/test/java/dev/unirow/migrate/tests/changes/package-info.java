/** Each kind of change that models can go through, with rows that must stay. */
@NullMarked
package dev.unirow.migrate.tests.changes;

import org.jspecify.annotations.NullMarked;
