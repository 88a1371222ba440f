/** Rows and values of SQLite, its errors, its SQL as text, and the loop that all of it runs on. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.sqlite.internal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
