/**
 * What a jshell of the tutorial does beyond the programs: {@code tutorial/shell/services} names it, which only shells
 * see.
 */
@NullMarked
package dev.unirow.tutorial.shell;

import org.jspecify.annotations.NullMarked;
