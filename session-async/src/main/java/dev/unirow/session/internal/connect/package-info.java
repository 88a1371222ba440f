/**
 * From a URL to an opened backend, one adapter a kind of database. An adapter's driver is an optional dependency: its
 * class is loaded only when a URL asks for it. Not public API.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.connect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
