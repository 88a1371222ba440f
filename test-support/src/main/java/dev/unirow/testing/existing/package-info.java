/** Runs contracts that are written for models of ours with models as existing code has them. */
@NullMarked
package dev.unirow.testing.existing;

import org.jspecify.annotations.NullMarked;
