/**
 * What runs revisions on a database: the lock, the steps, the version table, and what is kept of a step half done. Not
 * public API.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.internal.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
