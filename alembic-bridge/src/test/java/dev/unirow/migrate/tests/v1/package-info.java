/** The models as they were. */
@NullMarked
package dev.unirow.migrate.tests.v1;

import org.jspecify.annotations.NullMarked;
