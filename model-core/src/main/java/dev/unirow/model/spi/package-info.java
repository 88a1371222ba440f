/**
 * What an object-relational mapper tells models about the stand-ins it hands out; and what models are by their mapping,
 * which all modules read here. Applications do not meet this package.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.model.spi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
