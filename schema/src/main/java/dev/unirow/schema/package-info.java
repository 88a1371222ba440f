/** Tables, and the operations that change them, as records. */
@NullMarked
@CheckReturnValue
package dev.unirow.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
