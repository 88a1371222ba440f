/** Chapter 8: heroes and their teams, declared by two records and served as JSON. */
@NullMarked
package dev.unirow.tutorial.ch08_spec;

import org.jspecify.annotations.NullMarked;
