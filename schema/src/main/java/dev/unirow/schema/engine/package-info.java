/** The one schema engine: what models want, what a database has, their difference, and the SQL of either. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
