/**
 * The unit of work: one Hibernate session with stepwise transactions, what it tracks, its savepoints, and rows that are
 * written past it. With the wire, the only place, the SQLite driver apart, that touches Hibernate Reactive's internals.
 * Not public API.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.unit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
