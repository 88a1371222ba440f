/** What a session does with its unit of work: queries, streams, rows by key, what is pending. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.operation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
