/** Names that somebody wrote and nothing has. */
@NullMarked
@CheckReturnValue
package dev.unirow.names;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
