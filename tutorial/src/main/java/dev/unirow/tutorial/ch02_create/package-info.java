/** Chapter 2: a database, and the tables of the models in it. */
@NullMarked
package dev.unirow.tutorial.ch02_create;

import org.jspecify.annotations.NullMarked;
