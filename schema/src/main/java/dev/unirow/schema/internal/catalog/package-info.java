/** What the reading of every database's catalog shares. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.internal.catalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
