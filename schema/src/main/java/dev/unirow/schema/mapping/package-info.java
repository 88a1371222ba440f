/**
 * What Hibernate is given so that its mapping and the tables agree: names, the digits of times, the metadata it keeps.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.schema.mapping;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
