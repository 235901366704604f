@NullMarked
package dev.rapidcall.calls.contacts;

import org.jspecify.annotations.NullMarked;
