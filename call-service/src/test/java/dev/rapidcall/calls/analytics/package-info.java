@NullMarked
package dev.rapidcall.calls.analytics;

import org.jspecify.annotations.NullMarked;
