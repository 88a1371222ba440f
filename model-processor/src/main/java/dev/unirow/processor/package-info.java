/**
 * The annotation processors that write models and DTO records, and the index by which a database finds all models. Runs
 * in the compiler, never in an application.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.processor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
