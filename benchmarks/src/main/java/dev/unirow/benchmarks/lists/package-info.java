/** How the time of a condition {@code in} grows with its list. */
@NullMarked
package dev.unirow.benchmarks.lists;

import org.jspecify.annotations.NullMarked;
