/**
 * The only place, the SQLite driver apart, that touches Hibernate Reactive's internals: one Hibernate session with stepwise
 * transactions, its connection, its thread, and the boot. Not public API.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.hr;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
