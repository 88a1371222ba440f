/** Migrations with Alembic's semantics, over a database. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
