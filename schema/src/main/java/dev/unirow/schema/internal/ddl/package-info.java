/**
 * What the dialects share that write SQL: parts of statements, their order, and what they leave behind. Not public API.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.internal.ddl;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
