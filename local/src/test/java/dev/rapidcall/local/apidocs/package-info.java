/** What springdoc does not know of the routes by itself. */
@NullMarked
package dev.rapidcall.local.apidocs;

import org.jspecify.annotations.NullMarked;
