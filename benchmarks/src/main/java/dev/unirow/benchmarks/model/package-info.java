/** What it costs to compare models, and to keep many of them in sets. */
@NullMarked
package dev.unirow.benchmarks.model;

import org.jspecify.annotations.NullMarked;
