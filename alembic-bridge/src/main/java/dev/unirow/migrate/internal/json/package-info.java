/** The documents that the command line prints with {@code --json}; {@code command-line.schema.json} describes them. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.internal.json;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
