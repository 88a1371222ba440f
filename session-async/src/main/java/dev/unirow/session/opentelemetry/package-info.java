/**
 * OpenTelemetry's spans over statements. Works where {@code io.opentelemetry:opentelemetry-api} is on the class path.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.opentelemetry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
