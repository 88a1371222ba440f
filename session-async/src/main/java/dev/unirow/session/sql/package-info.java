/** SQL that the program writes itself, inside a session's transaction. */
@NullMarked
@CheckReturnValue
package dev.unirow.session.sql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
