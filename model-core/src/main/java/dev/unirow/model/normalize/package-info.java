/** What is made of a value before it is checked: {@code @Normalize}, and the normalizers that come with it. */
@NullMarked
package dev.unirow.model.normalize;

import org.jspecify.annotations.NullMarked;
