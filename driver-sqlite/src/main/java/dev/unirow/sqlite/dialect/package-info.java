/** SQLite's SQL and types, as Hibernate asks for them. */
@NullMarked
@CheckReturnValue
package dev.unirow.sqlite.dialect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
