/** Revisions and their graph, and the steps between two places in it. Pure. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.revision;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
