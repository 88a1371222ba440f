/** Tables as records: what they should be, what they are, and the SQL between. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
