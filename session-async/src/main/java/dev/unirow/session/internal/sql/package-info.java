/** What the rows of SQL that the program writes are read as. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.sql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
