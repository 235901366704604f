/**
 * Listening to recordings: who may, by session or by signed link, and which part of a file. Does
 * not know how a recording comes about.
 */
@NullMarked
package dev.rapidcall.recordings.playback;

import org.jspecify.annotations.NullMarked;
