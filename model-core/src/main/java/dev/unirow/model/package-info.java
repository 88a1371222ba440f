/**
 * Models: what a class must be to serve as table, row, DTO and JSON schema at once, and what can be done with one. No
 * I/O.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
