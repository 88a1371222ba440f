/** Where a database stands. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.status;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
