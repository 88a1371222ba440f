/** The folder of a project's revisions. */
@NullMarked
@CheckReturnValue
package dev.unirow.migrate.directory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
