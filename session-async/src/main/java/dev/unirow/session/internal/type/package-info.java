/** Types of PostgreSQL and MariaDB that Hibernate Reactive does not bring. Not public API. */
@NullMarked
@CheckReturnValue
package dev.unirow.session.internal.type;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
