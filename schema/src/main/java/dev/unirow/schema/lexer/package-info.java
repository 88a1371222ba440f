/** SQL cut into tokens, as each database cuts it. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.lexer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
