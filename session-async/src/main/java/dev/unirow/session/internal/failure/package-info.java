/** From what a driver reports to the exception that says it, the same on every database. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.failure;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
