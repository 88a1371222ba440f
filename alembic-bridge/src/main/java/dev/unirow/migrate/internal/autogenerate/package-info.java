/** From models and a database to a revision. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.internal.autogenerate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
