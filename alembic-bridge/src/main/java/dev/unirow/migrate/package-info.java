/** Migrations with Alembic's semantics: revisions, autogenerate, runner. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
