/**
 * One connection that all sessions of a database share, in one transaction that is never committed: theirs are
 * savepoints of it. Not public API.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.pinned;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
