@NullMarked
package dev.rapidcall.calls.ai.openai;

import org.jspecify.annotations.NullMarked;
