/**
 * Models that store themselves: {@code Note.objects.filter(…)} and {@code note.save()}. A thin layer over the session.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.active;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
