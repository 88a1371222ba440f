/**
 * What of a statement may be shown: its tokens, and which of its values belong to private properties of models. Not
 * public API.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.echo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
