/**
 * A LiveKit that needs no account: its API, its webhooks, its egress and whole calls played in it.
 * It\n * carries no media.
 */
@NullMarked
package dev.rapidcall.local.sandbox.livekit;

import org.jspecify.annotations.NullMarked;
