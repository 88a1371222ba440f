/** Reading what a database has, against the metadata interface of JDBC. */
@NullMarked
package dev.unirow.benchmarks.schema;

import org.jspecify.annotations.NullMarked;
