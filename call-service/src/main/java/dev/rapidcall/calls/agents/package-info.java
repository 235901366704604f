/** Agents as a workspace configures them. Owns prompts and settings; does not run calls. */
@NullMarked
package dev.rapidcall.calls.agents;

import org.jspecify.annotations.NullMarked;
