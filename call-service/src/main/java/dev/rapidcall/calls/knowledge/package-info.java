/**
 * What agents may look up: folders, documents, and the search in them. Owns the texts; does not
 * decide which folders an agent knows.
 */
@NullMarked
package dev.rapidcall.calls.knowledge;

import org.jspecify.annotations.NullMarked;
