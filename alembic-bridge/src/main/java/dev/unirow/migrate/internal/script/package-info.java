/** The text of a revision: its header, its sections, its statements. Pure. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.internal.script;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
