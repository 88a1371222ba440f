/** Values and names, which know no model. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.model.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
