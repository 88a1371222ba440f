/** What values must be to be read as they are written. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.value;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
