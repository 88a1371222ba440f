/**
 * Micrometer's meters over statements and connections. Works where {@code io.micrometer:micrometer-core} is on the
 * class path.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.micrometer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
