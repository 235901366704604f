@NullMarked
package dev.rapidcall.calls.agents;

import org.jspecify.annotations.NullMarked;
