/** SQL as text that is read: tokens, names and their quotes, types, expressions, options. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.internal.sql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
