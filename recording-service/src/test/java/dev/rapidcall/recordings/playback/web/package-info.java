@NullMarked
package dev.rapidcall.recordings.playback.web;

import org.jspecify.annotations.NullMarked;
