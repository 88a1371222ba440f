/** What fails, a class for each fact that a caller may act on, the same on every database. */
@NullMarked
@CheckReturnValue
package dev.unirow.session.exception;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
