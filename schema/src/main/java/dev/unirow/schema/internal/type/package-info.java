/** The text of a column's type. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.internal.type;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
