/** Stand-ins for the providers, speaking their own protocols; nothing of ours is imported. */
@NullMarked
package dev.rapidcall.local.sandbox;

import org.jspecify.annotations.NullMarked;
