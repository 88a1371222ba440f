/** Chapter 1: a class that is the table, the row and its rules. */
@NullMarked
package dev.unirow.tutorial.ch01_model;

import org.jspecify.annotations.NullMarked;
