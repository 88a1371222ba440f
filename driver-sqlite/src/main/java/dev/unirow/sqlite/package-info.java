/** SQLite under Hibernate Reactive: pool and connection. Useful alone; knows nothing of the rest of Unirow. */
@NullMarked
@CheckReturnValue
package dev.unirow.sqlite;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
