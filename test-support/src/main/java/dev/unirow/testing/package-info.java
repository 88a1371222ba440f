/** Databases that tests start for themselves, and the checks that several modules share. Not published. */
@NullMarked
package dev.unirow.testing;

import org.jspecify.annotations.NullMarked;
