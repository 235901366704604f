@NullMarked
package dev.rapidcall.recordings.playback;

import org.jspecify.annotations.NullMarked;
