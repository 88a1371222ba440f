/** Constraints that Jakarta Validation and its provider do not bring. */
@NullMarked
package dev.unirow.model.constraint;

import org.jspecify.annotations.NullMarked;
