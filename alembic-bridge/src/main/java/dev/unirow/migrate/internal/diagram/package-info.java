/** Tables as a drawing. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.internal.diagram;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
