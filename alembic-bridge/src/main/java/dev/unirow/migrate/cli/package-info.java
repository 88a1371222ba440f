/**
 * The command line of the migrations: Alembic's verbs and names. {@link dev.unirow.migrate.cli.Main} runs alone or
 * inside another program.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
