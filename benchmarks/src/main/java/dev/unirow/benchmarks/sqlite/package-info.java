/** Hibernate Reactive over the SQLite driver, against plain JDBC over the same native library. */
@NullMarked
package dev.unirow.benchmarks.sqlite;

import org.jspecify.annotations.NullMarked;
