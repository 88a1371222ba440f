/** From two schemas to the operations between them. Pure. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.internal.diff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
