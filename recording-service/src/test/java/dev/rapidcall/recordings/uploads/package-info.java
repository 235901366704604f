@NullMarked
package dev.rapidcall.recordings.uploads;

import org.jspecify.annotations.NullMarked;
