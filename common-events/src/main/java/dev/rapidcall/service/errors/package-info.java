/** The one shape of every error answer, and the exceptions that become one. */
@NullMarked
package dev.rapidcall.service.errors;

import org.jspecify.annotations.NullMarked;
