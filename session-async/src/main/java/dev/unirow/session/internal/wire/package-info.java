/**
 * The wire below a unit of work: connections, cursors, pools and parameters, as Hibernate Reactive sees them. Not
 * public API.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
