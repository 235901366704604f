/** The people that a workspace talks to, by phone number. Does not own their calls. */
@NullMarked
package dev.rapidcall.calls.contacts;

import org.jspecify.annotations.NullMarked;
