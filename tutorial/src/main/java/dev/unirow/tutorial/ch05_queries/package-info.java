/** Chapter 5: ask for rows, across references too. */
@NullMarked
package dev.unirow.tutorial.ch05_queries;

import org.jspecify.annotations.NullMarked;
