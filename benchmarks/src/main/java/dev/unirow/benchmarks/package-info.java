/** Side-by-side runs: a contestant against its peer, turn by turn in one process, the result a ratio. */
@NullMarked
package dev.unirow.benchmarks;

import org.jspecify.annotations.NullMarked;
