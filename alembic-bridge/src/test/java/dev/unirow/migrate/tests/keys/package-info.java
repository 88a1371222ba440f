/** One table, with keys that come from different places. */
@NullMarked
package dev.unirow.migrate.tests.keys;

import org.jspecify.annotations.NullMarked;
