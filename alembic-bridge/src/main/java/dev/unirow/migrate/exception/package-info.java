/** What fails in migrations, a class for each fact that a caller may act on. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.exception;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
