/** SQLite: its catalog, its SQL, and the copies that stand in for what it cannot alter. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.internal.sqlite;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
