/** Active Record as its users write it: keys that the database counts, accessors, setters that are chained. */
package dev.unirow.active.tests.models;
