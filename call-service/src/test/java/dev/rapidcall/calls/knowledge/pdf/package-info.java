@NullMarked
package dev.rapidcall.calls.knowledge.pdf;

import org.jspecify.annotations.NullMarked;
