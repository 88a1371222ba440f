/** What queries and the rest of this module share. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.query.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
