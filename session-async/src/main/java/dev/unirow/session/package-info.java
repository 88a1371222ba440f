/** Databases and asynchronous sessions. A {@code Database} is opened once; sessions and scopes come from it. */
@NullMarked
@CheckReturnValue
package dev.unirow.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
