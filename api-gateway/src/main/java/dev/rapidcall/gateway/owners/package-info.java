/**
 * The services behind the gateway: where they are and how they are asked in somebody's name. Does
 * not know which path belongs to whom.
 */
@NullMarked
package dev.rapidcall.gateway.owners;

import org.jspecify.annotations.NullMarked;
