/** Entities that extend nothing, for queries know neither models nor sessions. */
package dev.unirow.query.tests.models;
