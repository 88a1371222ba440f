/** From Hibernate's metadata to the schema that models want. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.internal.wanted;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
