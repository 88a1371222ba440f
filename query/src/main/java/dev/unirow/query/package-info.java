/** Statements as pure values: select, conditions, order. Nothing here touches a database. */
@NullMarked
@CheckReturnValue
package dev.unirow.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
