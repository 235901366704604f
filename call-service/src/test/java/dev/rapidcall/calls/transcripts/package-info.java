@NullMarked
package dev.rapidcall.calls.transcripts;

import org.jspecify.annotations.NullMarked;
