/**
 * What Hibernate must be told about models between reading their mapping and building the session factory, and how
 * models see through Hibernate's stand-ins.
 */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.mapping;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
