/** The adapter for every API that speaks OpenAI's chat completions. */
@NullMarked
package dev.rapidcall.calls.ai.openai;

import org.jspecify.annotations.NullMarked;
