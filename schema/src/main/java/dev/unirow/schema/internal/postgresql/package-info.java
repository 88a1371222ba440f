/** PostgreSQL: its catalog, its SQL, and what it makes of a wanted table. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.internal.postgresql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
