/**
 * Who calls: the short-lived token that the gateway mints and every service checks. Does not know
 * people, sessions or API keys.
 */
@NullMarked
package dev.rapidcall.service.identity;

import org.jspecify.annotations.NullMarked;
